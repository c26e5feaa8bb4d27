using System.Globalization;
using System.Text.Json;
using Lattice.Spec.Model;
using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Storage;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>Lists or searches objects, newest first.</summary>
internal static class Listing
{
    private const string Limit = "limit";
    private const string StartingAfter = "starting_after";
    private const string EndingBefore = "ending_before";
    private const string Page = "page";
    private const int DefaultLimit = 10;
    private const int MaximumLimit = 100;

    public static OperationOutcome Run(OperationCall call)
    {
        int limit = DefaultLimit;
        if (call.Sent.Find(Limit)?.Value is { Length: > 0 } sent)
        {
            limit = int.TryParse(sent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue;
        }

        if (limit is < 1 or > MaximumLimit)
        {
            return ApiError.OutOfRange(Limit, limit < 1, limit < 1 ? 1 : MaximumLimit);
        }

        Func<StoredObject, bool> matches = stored => Matches(call, stored);
        if (call.Operation.Objects.Kind == OperationKind.Search)
        {
            if (SearchQuery.Parse(call.Sent.Find("query")?.Value ?? "", call.Operation, out SearchQuery query) is { } invalid)
            {
                return invalid;
            }

            matches = stored => BelongsToParents(call, stored) && query.Matches(stored);
        }

        return FindCursor(call, out StoredObject? cursor, out bool isAfter) ?? Write(call, limit, cursor, isAfter, matches);
    }

    /// <summary>Returns the error of the parameters that say where the page is, or null and the object beside the page.</summary>
    private static ApiError? FindCursor(OperationCall call, out StoredObject? cursor, out bool isAfter)
    {
        cursor = null;
        isAfter = true;
        string? after = call.Sent.Find(StartingAfter)?.Value;
        string? before = call.Sent.Find(EndingBefore)?.Value;
        if (!string.IsNullOrEmpty(after) && !string.IsNullOrEmpty(before))
        {
            return ApiError.Exclusive(EndingBefore, StartingAfter);
        }

        string param = string.IsNullOrEmpty(before) ? StartingAfter : EndingBefore;
        string? id = string.IsNullOrEmpty(before) ? after : before;
        isAfter = string.IsNullOrEmpty(before);
        if (call.Sent.Find(Page)?.Value is { Length: > 0 } page)
        {
            if (PageToken.Read(page) is not { } token)
            {
                return ApiError.Of("Invalid page: it is not the token of a page that was returned.", Page);
            }

            (isAfter, id) = token;
            param = Page;
        }

        if (string.IsNullOrEmpty(id))
        {
            return null;
        }

        cursor = call.Objects.Find(call.Operation.Objects.Kinds, id);
        return cursor is null or { IsDeleted: true } && !call.Objects.KeepsNothing
            ? ApiError.NoSuchCursor(call.Operation.Objects.Kinds[0], id, param)
            : null;
    }

    private static OperationOutcome Write(
        OperationCall call, int limit, StoredObject? cursor, bool isAfter, Func<StoredObject, bool> matches)
    {
        IReadOnlyList<string> kinds = call.Operation.Objects.Kinds;
        StoredObject[] found = [.. call.Objects.Read(kinds, newestFirst: isAfter, cursor).Where(matches).Take(limit + 1)];
        StoredObject[] elements = [.. found.Take(limit)];
        if (!isAfter)
        {
            Array.Reverse(elements);
        }

        // Before the cursor, there is more of the list in front of the page; in API v2, the page has both neighbors.
        bool isFull = found.Length > limit;
        string? next = elements is [.., var last] && (isAfter ? isFull : cursor is not null)
            ? new PageToken(true, last.Id).ToString()
            : null;
        string? previous = elements is [var first, ..] && (isAfter ? cursor is not null : isFull)
            ? new PageToken(false, first.Id).ToString()
            : null;
        bool needsTotal = call.Metadata.Expansion.Find("total_count") is not null;
        var page = new ListPage(
            elements,
            isFull,
            next,
            AddressOf(call, next),
            AddressOf(call, previous),
            needsTotal ? call.Objects.Read(kinds).Count(matches) : 0);
        return OperationOutcome.Of(ResourceWriter.Write(call.Operation.Response, page, call.Metadata));
    }

    /// <summary>The path and query of another page of the same list.</summary>
    private static string? AddressOf(OperationCall call, string? page)
    {
        if (page is null)
        {
            return null;
        }

        IEnumerable<string> others = call.Query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => pair.Split('=')[0] != Page);
        return $"{call.Metadata.Path}?{string.Join('&', others.Append($"{Page}={page}"))}";
    }

    private static bool Matches(OperationCall call, StoredObject stored)
    {
        if (!BelongsToParents(call, stored))
        {
            return false;
        }

        // Stripe lists canceled subscriptions only if the request asks for them.
        bool hidesCanceled = stored.Kind == "subscription" && call.Sent.Find("status") is null;
        if (!hidesCanceled && !ListFilter.IsNeeded(call.Sent))
        {
            return true;
        }

        using JsonDocument document = JsonDocument.Parse(stored.Json);
        return ListFilter.Matches(document.RootElement, call.Sent, stored.Schema)
            && !(hidesCanceled && document.RootElement.TryGetProperty("status", out JsonElement status) && status.ValueEquals("canceled"));
    }

    private static bool BelongsToParents(OperationCall call, StoredObject stored)
        => call.Parents.All(parent => stored.References.GetValueOrDefault(parent.Key) == parent.Value);
}
