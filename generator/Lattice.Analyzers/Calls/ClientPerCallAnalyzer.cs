using System.Collections.Immutable;
using Lattice.Analyzers.Calls.Clients;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls;

/// <summary>LAT1009: a client is created for each call or request, and with it new connections.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class ClientPerCallAnalyzer : StripeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.ClientPerCall);

    private protected override void Register(CompilationStartAnalysisContext context, StripeTypes types)
    {
        // Each test has a client of its own, on purpose.
        if (types.ConcreteClient is not null
            && !TestProject.IsTestProject(context.Compilation, context.Options.AnalyzerConfigOptionsProvider))
        {
            var entryType = new Lazy<INamedTypeSymbol?>(() => context.Compilation.GetEntryPoint(context.CancellationToken)?.ContainingType);
            context.RegisterOperationAction(operation => Analyze(operation, types, entryType), OperationKind.ObjectCreation);
        }
    }

    private static void Analyze(OperationAnalysisContext context, StripeTypes types, Lazy<INamedTypeSymbol?> entryType)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (!StripeTypes.AreSame(creation.Type, types.ConcreteClient))
        {
            return;
        }

        var locals = Locals.Of(creation);
        if (!HasOwnConnections(creation, locals))
        {
            return;
        }

        var lifetimes = new ClientLifetimes(types, locals);
        ClientPlace place = new ClientPlaces(new LoopValues(locals), entryType.Value).Find(creation, context.ContainingSymbol);
        ClientLifetime lifetime = lifetimes.GetLifetime(creation);
        bool isReported = place switch
        {
            ClientPlace.Registration => lifetime <= ClientLifetime.Returned,
            ClientPlace.Request or ClientPlace.Loop => lifetime <= ClientLifetime.Passed,
            ClientPlace.RequestObject => lifetime <= ClientLifetime.Passed || IsStoredInObject(creation),
            ClientPlace.Property => creation.GetWhole().Parent is IReturnOperation || IsForOneCall(lifetime, lifetimes),
            ClientPlace.Method => IsForOneCall(lifetime, lifetimes),
            _ => false,
        };
        if (isReported)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.ClientPerCall,
                creation.Syntax.GetLocation(),
                place switch
                {
                    ClientPlace.Registration => "each time it is injected; register a singleton, such as with AddStripeClient",
                    ClientPlace.Request or ClientPlace.RequestObject => "for each request; share one, and pass StripeRequestOptions for another key or account",
                    _ => "for each call; share one, and pass StripeRequestOptions for another key or account",
                }));
        }
    }

    /// <summary>Whether a client is used for single calls, and not for one after the other.</summary>
    private static bool IsForOneCall(ClientLifetime lifetime, ClientLifetimes lifetimes) =>
        lifetime == ClientLifetime.Used && lifetimes.Calls.Count > 0
            && !lifetimes.Calls.Any(call => FindLoop(call) is not null);

    private static ILoopOperation? FindLoop(IOperation operation)
    {
        IOperation? parent = operation.Parent;
        while (parent is not (null or ILoopOperation))
        {
            parent = parent.Parent;
        }

        return parent as ILoopOperation;
    }

    /// <summary>Whether a client is kept in a field or a property of the object, and not in a static one.</summary>
    private static bool IsStoredInObject(IOperation creation) => creation.GetWhole().Parent switch
    {
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } =>
            target is { Member.IsStatic: false, Instance: IInstanceReferenceOperation },
        IFieldInitializerOperation or IPropertyInitializerOperation => true,
        _ => false,
    };

    /// <summary>
    /// Whether a client opens connections, as opposed to one that sends through an HTTP client or a handler that it is given.
    /// </summary>
    private static bool HasOwnConnections(IObjectCreationOperation creation, Locals locals) =>
        creation.Arguments.All(argument => argument.Parameter?.Type.Name switch
        {
            "HttpClient" => false,
            "HttpMessageHandler" => IsNewHandler(argument.Value.Unwrap(), locals),
            _ => true,
        });

    private static bool IsNewHandler(IOperation handler, Locals locals) => handler switch
    {
        IObjectCreationOperation created => created.Arguments.IsEmpty,
        IInvocationOperation call => call.TargetMethod.Name == "CreateHandler",
        ILocalReferenceOperation local => !locals.IsCaptured(local.Local)
            && locals.GetValue(local.Local)?.Unwrap() is { } value and not ILocalReferenceOperation
            && FindLoop(value) == FindLoop(local) && IsNewHandler(value, locals),
        _ => false,
    };
}
