using System.Text;
using Lattice.Slice.Configuration;
using Lattice.Slice.Generation;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Generation;

/// <summary>The calls that <c>lattice add</c> prints compile as they are.</summary>
public sealed class SampleCallTests
{
    [Specs.Fact]
    public void The_call_of_every_create_compiles()
    {
        AssertCompiles(File.ReadAllText(Specs.Full), operation => operation.IsCreate, expected: 83);
        AssertCompiles(File.ReadAllText(Specs.Today), operation => operation.IsCreate, expected: 118);
    }

    [Specs.Fact]
    public void The_calls_of_operations_of_other_kinds_compile() =>
        AssertCompiles(File.ReadAllText(Specs.Full), operation => operation.Path.Text.Length % 3 == 0 && operation.Obstacle is null, 161);

    [Fact]
    public void The_calls_of_the_small_specification_compile() =>
        AssertCompiles(ReadableSpec.Json, operation => operation.Obstacle is null, expected: 15);

    [Fact]
    public async Task A_call_in_a_namespace_prints_its_using_directive()
    {
        using var folder = new SliceFolder();

        Response response = await folder.RunAsync("add", SmallSpec.Events, SmallSpec.Gadgets, "people");

        Assert.Contains(
            """
              using Lattice.Stripe;
              using Lattice.Stripe.V2.Core;

              await Event.CreateAsync(client, new EventCreateParams());

              using Lattice.Stripe;

              await Gadget.CreateAsync(client);
              await Person.CreateForWidgetViaPeopleAsync(client, "…");

            """.ReplaceLineEndings("\n"),
            response.Output.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_in_two_namespaces_is_qualified()
    {
        string spec = SmallSpec.Edit(spec =>
        {
            spec["components"]!["schemas"]!["event"] = spec["components"]!["schemas"]!["gadget"]!.DeepClone();
            spec["components"]!["schemas"]!["event"]!["x-resourceId"] = "event";
            spec["paths"]!["/v1/events"] = spec["paths"]!["/v1/gadgets"]!.DeepClone();
            spec["paths"]!["/v1/events"]!["post"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"] =
                "#/components/schemas/event";
        });

        List<SampleCall> calls = AssertCompiles(spec, operation => operation.Path.Text.EndsWith("/events", StringComparison.Ordinal), 2);

        Assert.Equal(["await Event.CreateAsync(client);"], calls[0].Statement);
        Assert.Equal(["await Lattice.Stripe.V2.Core.Event.CreateAsync(client, new EventCreateParams());"], calls[1].Statement);
    }

    private static List<SampleCall> AssertCompiles(string document, Func<ApiOperation, bool> predicate, int expected)
    {
        Specification spec = Specification.Parse(Encoding.UTF8.GetBytes(document), "spec3.json");
        List<ApiOperation> operations = [.. spec.Operations.Where(predicate)];
        SliceResult slice = Slicer.CreateSlice(
            spec, new SliceConfiguration { Operations = [.. operations.Select(operation => operation.Text)] });
        var model = SliceModel.Read(Specification.Parse(slice.Json, "stripe.json"), CancellationToken.None);
        List<SampleCall> calls = [.. model.Operations.Values.Select(operation => SampleCall.Create(model, operation))];

        IReadOnlyList<string> errors = new GeneratorHarness(Encoding.UTF8.GetString(slice.Json), CSharpNames.Root).Compile(Write(calls));

        Assert.DoesNotContain(errors, error => error.Contains("error ", StringComparison.Ordinal));
        Assert.Equal(expected, calls.Count);
        return calls;
    }

    /// <summary>One file with all calls, each with its own <c>using</c> directives.</summary>
    private static string Write(IReadOnlyList<SampleCall> calls) => string.Concat(calls.Select((call, index) => $$"""
        namespace Call{{index}}
        {
            {{string.Join(' ', call.Usings.Select(name => $"using {name};"))}}

            static class Sample
            {
                static async System.Threading.Tasks.Task RunAsync(IStripeClient client)
                {
                    {{string.Join("\n            ", call.Statement)}}
                }
            }
        }

        """));
}
