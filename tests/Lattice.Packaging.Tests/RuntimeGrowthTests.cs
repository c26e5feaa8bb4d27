using Lattice.Packaging.Tests.Support;
using Mono.Cecil;
using Mono.Cecil.Cil;
using FieldAttributes = Mono.Cecil.FieldAttributes;
using MethodAttributes = Mono.Cecil.MethodAttributes;
using PropertyAttributes = Mono.Cecil.PropertyAttributes;

namespace Lattice.Packaging.Tests;

/// <summary>The request and the operation can grow: assemblies that were compiled against today's packages keep working.</summary>
[Collection(nameof(PackageFeed))]
public sealed class RuntimeGrowthTests(PackageFeed feed)
{
    private const string Runtime = "Lattice.Runtime.dll";

    // A decorator, a fake, a request and an operation made by hand, and generated code.
    private const string Program = """
        // The requests are what this is about, so that parameters are missing and errors are not looked at.
        #pragma warning disable LAT1001, LAT1006
        using System;
        using System.Net.Http;
        using System.Reflection;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using System.Threading.Tasks;
        using Lattice.Stripe;
        using Lattice.Stripe.Serialization.Json;

        var client = new Decorator(new Fake());
        AccountLink link = await AccountLink.CreateAsync(client, new AccountLinkCreateParams { Account = "acct_1" });
        var operation = new StripeOperation<AccountLinkCreateParams, AccountLink>(
            "Own.Create", HttpMethod.Post, "/v1/own/{id}", "2020-01-01", StripeJsonReader.Read<AccountLink>) { BodyKind = StripeBodyKind.Form };
        var request = new StripeRequest<AccountLinkCreateParams, AccountLink>(operation)
        {
            PathParameters = ["id_1"],
            Parameters = new AccountLinkCreateParams { Account = "acct_2" },
        };
        StripeResult<AccountLink> own = await ((IStripeClient)client).SendAsync(request, default);
        Console.WriteLine($"{link.Object} {own.Value?.Object}");
        Console.WriteLine(Unsafe.SizeOf<StripeRequest<AccountLinkCreateParams, AccountLink>>());
        Console.WriteLine(typeof(StripeOperation).GetProperty("Later") is null ? "today" : "later");

        internal sealed class Decorator(IStripeClient inner) : IStripeClient
        {
            public ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
                StripeRequest<TParams, TResource> request, CancellationToken cancellationToken)
                where TParams : StripeParams
                where TResource : StripeResource =>
                inner.SendAsync(
                    request with { Options = new(request.Options) { StripeAccount = "acct_tenant" } }, cancellationToken);
        }

        internal sealed class Fake : IStripeClient
        {
            public ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
                StripeRequest<TParams, TResource> request, CancellationToken cancellationToken)
                where TParams : StripeParams
                where TResource : StripeResource
            {
                bool isLink = request.Operation == AccountLink.CreateOperation;
                string path = string.Join(",", request.PathParameters);
                string text = $"{request.Operation.Name}|{request.Operation.BodyKind}|{isLink}|{path}|{request.Parameters}|{request.Options?.StripeAccount}";
                object resource = new AccountLink { Object = text };
                return new(new StripeResult<TResource>((TResource)resource));
            }
        }
        """;

    private const string Expected =
        "AccountLink.Create|Form|True||AccountLinkCreateParams { account }|acct_tenant "
        + "Own.Create|Form|False|id_1|AccountLinkCreateParams { account }|acct_tenant";

    [Fact]
    public async Task An_assembly_compiled_today_runs_on_a_runtime_with_a_larger_request_and_operation()
    {
        var consumer = new Consumer(feed, "Growth", "net10.0", "Lattice.Stripe", "<OutputType>Exe</OutputType>");
        consumer.Write("Program.cs", Program);
        await consumer.BuildAsync();
        string app = consumer.Path("bin/Debug/net10.0/Growth.dll");

        string[] today = Lines(await DotNet.RunAsync(consumer.Folder, "dotnet", [app]));
        Grow(consumer.Path("bin/Debug/net10.0/" + Runtime));
        string[] later = Lines(await DotNet.RunAsync(consumer.Folder, "dotnet", [app]));

        Assert.Equal([Expected, "today"], [today[0], today[2]]);
        Assert.Equal([Expected, "later"], [later[0], later[2]]);
        Assert.Equal(int.Parse(today[1], null) + 16, int.Parse(later[1], null));
    }

    /// <summary>Adds a field of 16 bytes before the fields of the request, and an optional member to the operation.</summary>
    private static void Grow(string file)
    {
        byte[] original = File.ReadAllBytes(file);
        using ModuleDefinition module = ModuleDefinition.ReadModule(new MemoryStream(original));
        TypeReference guid = module.ImportReference(typeof(Guid));
        TypeDefinition request = module.GetType("Lattice.Stripe.StripeRequest`2");
        request.Fields.Insert(0, new FieldDefinition("_later", FieldAttributes.Private | FieldAttributes.InitOnly, guid));
        AddProperty(module, module.GetType("Lattice.Stripe.StripeOperation"));
        module.Write(file);
    }

    private static void AddProperty(ModuleDefinition module, TypeDefinition type)
    {
        var field = new FieldDefinition("_later", FieldAttributes.Private, module.TypeSystem.String);
        var getter = new MethodDefinition(
            "get_Later", MethodAttributes.Public | MethodAttributes.SpecialName | MethodAttributes.HideBySig, module.TypeSystem.String);
        ILProcessor code = getter.Body.GetILProcessor();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldfld, field);
        code.Emit(OpCodes.Ret);
        type.Fields.Insert(0, field);
        type.Methods.Add(getter);
        type.Properties.Add(new PropertyDefinition("Later", PropertyAttributes.None, module.TypeSystem.String) { GetMethod = getter });
    }

    private static string[] Lines(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
