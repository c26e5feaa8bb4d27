using System.Text.Json;
using System.Text.Json.Nodes;
using Lattice.Parity.Requests;
using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Objects;

/// <summary>The memory over every resource of a complete specification.</summary>
public sealed class SpecificationTests
{
    [Specs.Fact]
    public async Task Every_created_object_can_be_read_listed_and_deleted()
    {
        string text = await File.ReadAllTextAsync(Specs.Full);
        JsonObject paths = JsonNode.Parse(text)!["paths"]!.AsObject();
        using Caller caller = Caller.Of(text);
        List<string> faults = [];
        int read = 0, listed = 0, deleted = 0;
        foreach (ParityRequest request in ParityRequests.Create(Specification.Parse(text)))
        {
            string collection = request.Operation.Split(' ')[1];
            if (request.Kind != "required parameters" || collection.EndsWith('}') || FindItem(paths, collection) is not { } item)
            {
                continue;
            }

            string path = await CreateParentsAsync(caller, paths, collection);
            using HttpContent? body = BodyEncoder.Encode(request);
            Reply created = await caller.PostAsync(path, body ?? new ByteArrayContent([]));
            if (created.StatusCode != 200 || !created.Json.TryGetProperty("id", out JsonElement id))
            {
                faults.Add($"{collection}: {created.Body}");
                continue;
            }

            string own = $"{path}/{Uri.EscapeDataString(id.GetString()!)}";
            read += Check(faults, own, created.Body == (await caller.GetAsync(own)).Body);
            if (paths[collection]!["get"] is not null)
            {
                Reply list = await caller.GetAsync(path + RequiredQuery(paths[collection]!["get"]!, created.Json));
                listed += Check(faults, own + " in " + list.Body, list.StatusCode == 200 && list.Json.GetProperty("data").EnumerateArray()
                    .Any(element => element.GetProperty("id").GetString() == id.GetString()));
            }

            if (paths[item]!["delete"] is not null)
            {
                Reply gone = await caller.DeleteAsync(own);
                Reply after = await caller.GetAsync(own);
                bool isGone = after.StatusCode == 404 || after.Json.TryGetProperty("deleted", out _)
                    || (after.Json.TryGetProperty("status", out JsonElement status) && status.ValueEquals("canceled"));
                deleted += Check(faults, "deleted " + own + gone.Body, gone.StatusCode == 200 && isGone);
            }
        }

        Assert.Empty(faults);
        Assert.True(read >= 50 && listed >= 40 && deleted >= 15, $"{read} were read, {listed} listed, {deleted} deleted.");
    }

    private static int Check(List<string> faults, string subject, bool holds)
    {
        if (!holds)
        {
            faults.Add(subject);
        }

        return holds ? 1 : 0;
    }

    /// <summary>The path of a single object of a collection, if it can be read.</summary>
    private static string? FindItem(JsonObject paths, string collection)
        => paths.FirstOrDefault(path => path.Value!["get"] is not null && path.Key.StartsWith(collection + "/{", StringComparison.Ordinal)
            && path.Key.LastIndexOf('/') == collection.Length).Key;

    /// <summary>Creates an object for each parameter of a path.</summary>
    private static async Task<string> CreateParentsAsync(Caller caller, JsonObject paths, string collection)
    {
        string[] segments = collection.Split('/');
        for (int i = 0; i < segments.Length; i++)
        {
            if (segments[i].StartsWith('{'))
            {
                string parent = string.Join('/', segments[..i]);
                Reply created = await caller.PostAsync(parent, paths[parent]?["post"] is null ? "" : Sample(parent));
                segments[i] = created.StatusCode == 200 ? created.Text("id")! : "unknown_1";
            }
        }

        return string.Join('/', segments);
    }

    private static string Sample(string collection) => collection switch
    {
        "/v1/charges" => "amount=5&currency=usd",
        "/v1/transfers" => "amount=5&currency=usd&destination=acct_1",
        "/v1/subscription_items" => "subscription=sub_1",
        _ => "",
    };

    /// <summary>The required parameters of a list, with the values of an object that it must contain.</summary>
    private static string RequiredQuery(JsonNode list, JsonElement created)
    {
        IEnumerable<string> names = list["parameters"]!.AsArray()
            .Where(parameter => parameter!["in"]!.ToString() == "query" && parameter["required"]?.GetValue<bool>() == true)
            .Select(parameter => parameter!["name"]!.ToString());
        string query = string.Join('&', names.Select(name => created.TryGetProperty(name, out JsonElement value)
            ? $"{name}={Uri.EscapeDataString(value.ToString())}"
            : name));
        return query.Length == 0 ? "" : "?" + query;
    }
}
