using System.Text.Json.Nodes;
using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Decoding;

/// <summary>How a page of a list says where the next one is.</summary>
internal enum Paging
{
    /// <summary>The next page starts after the last element.</summary>
    Cursor,

    /// <summary>The page has a token for the next one.</summary>
    Token,

    /// <summary>The page has the URL of the next one, as in API v2.</summary>
    Url,
}

/// <summary>Creates pages of lists.</summary>
internal static class SamplePages
{
    /// <summary>The token of the second page.</summary>
    public const string Token = "token+1/é";

    /// <summary>The query in the URL of the second page. It is sent as it is.</summary>
    public const string Query = "limit=2&page=a%2Bb%2Fc%3D&x[0]=%C3%A9";

    public static Paging GetPaging(ApiOperation operation)
    {
        HashSet<string> names = [.. ((ObjectShape)operation.Response!).Properties.Select(property => property.Name)];
        return names.Contains("next_page_url") ? Paging.Url : names.Contains("next_page") ? Paging.Token : Paging.Cursor;
    }

    /// <summary>Returns a page with one element that is the last one.</summary>
    public static string Wrap(ApiOperation operation, string element) =>
        Create(operation, [JsonNode.Parse(element)], operation.Path, hasNext: false).ToJsonString();

    /// <param name="operation">The operation that returns the page.</param>
    /// <param name="elements">The elements.</param>
    /// <param name="path">The path of the request.</param>
    /// <param name="hasNext">Whether there is another page.</param>
    public static JsonObject Create(ApiOperation operation, IEnumerable<JsonNode?> elements, string path, bool hasNext)
    {
        var page = new JsonObject { ["data"] = new JsonArray([.. elements]) };
        Paging paging = GetPaging(operation);
        if (paging == Paging.Url)
        {
            page["next_page_url"] = hasNext ? $"{path}?{Query}" : null;
            page["previous_page_url"] = null;
            return page;
        }

        page["object"] = paging == Paging.Token ? "search_result" : "list";
        page["has_more"] = hasNext;
        page["url"] = path;
        if (paging == Paging.Token)
        {
            page["next_page"] = hasNext ? Token : null;
        }

        return page;
    }
}
