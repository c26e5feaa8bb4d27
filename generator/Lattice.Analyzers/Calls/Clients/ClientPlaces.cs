using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Clients;

/// <summary>Finds out how often the code runs that creates a client.</summary>
internal sealed class ClientPlaces(LoopValues loops, INamedTypeSymbol? entryType)
{
    private static readonly string[] s_perObject = ["Transient", "Scoped"];
    private static readonly string[] s_perElement = ["ForEach", "ForEachAsync", "For", "ForAsync", "Select", "SelectMany", "SelectAwait"];
    private static readonly string[] s_now = ["Run", "StartNew", "QueueUserWorkItem"];

    public ClientPlace Find(IObjectCreationOperation creation, ISymbol containing)
    {
        IOperation child = creation;
        for (IOperation? parent = creation.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            ClientPlace? place = parent switch
            {
                ILoopOperation loop => IsRepeated(loop, child) && !loops.DependsOn(creation, loop) ? ClientPlace.Loop : null,
                IAnonymousFunctionOperation lambda => GetPlace(lambda, creation),
                ILocalFunctionOperation function when IsHandler(function) => ClientPlace.Request,
                _ => null,
            };
            if (place is { } found)
            {
                return found;
            }
        }

        return GetPlace(containing, child);
    }

    private static bool IsRepeated(ILoopOperation loop, IOperation part) =>
        loop.Body == part || (loop is IWhileLoopOperation { Condition: { } condition } && condition == part);

    /// <returns><see langword="null"/> if the lambda runs where it is written, so that what is around it decides.</returns>
    private ClientPlace? GetPlace(IAnonymousFunctionOperation lambda, IObjectCreationOperation creation)
    {
        IOperation? parent = lambda.GetWhole().Parent is IDelegateCreationOperation function ? function.GetWhole().Parent : null;
        if (parent is not IArgumentOperation { Parent: IInvocationOperation call })
        {
            return ClientPlace.Elsewhere;
        }

        IMethodSymbol method = call.TargetMethod;
        return IsRegistration(method) ? ClientPlace.Registration
            : IsRouting(method) && !IsConfiguration(lambda.Symbol) ? ClientPlace.Request
            : IsOf(method, "System") && s_perElement.Contains(method.Name)
                ? loops.DependsOn(creation, lambda) ? null : ClientPlace.Loop
            : IsOf(method, "System.Threading") && s_now.Contains(method.Name) ? null
            : ClientPlace.Elsewhere;
    }

    private ClientPlace GetPlace(ISymbol containing, IOperation root)
    {
        INamedTypeSymbol? type = containing.ContainingType;
        if (type is null || StripeTypes.AreSame(type, entryType))
        {
            return ClientPlace.Elsewhere;
        }

        bool isPerRequest = RequestTypes.IsPerRequest(type);
        return containing switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => isPerRequest ? ClientPlace.RequestObject : ClientPlace.Elsewhere,
            IMethodSymbol { MethodKind: MethodKind.PropertyGet } => ClientPlace.Property,
            IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method =>
                isPerRequest || RequestTypes.IsHandler(method) ? ClientPlace.Request
                : RequestTypes.RunsOnce(method) ? ClientPlace.Elsewhere
                : ClientPlace.Method,
            IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false }
                when root is ISymbolInitializerOperation && isPerRequest => ClientPlace.RequestObject,
            _ => ClientPlace.Elsewhere,
        };
    }

    /// <summary>Whether a local function is given to <c>MapGet</c> or a method like it.</summary>
    private static bool IsHandler(ILocalFunctionOperation function)
    {
        IOperation root = function;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        return root.Descendants().OfType<IMethodReferenceOperation>().Any(reference =>
            StripeTypes.AreSame(reference.Method, function.Symbol)
                && reference.Parent is IDelegateCreationOperation created
                && created.GetWhole().Parent is IArgumentOperation { Parent: IInvocationOperation call } && IsRouting(call.TargetMethod));
    }

    private static bool IsRegistration(IMethodSymbol method) =>
        IsOf(method, "Microsoft.Extensions.DependencyInjection") && s_perObject.Any(lifetime => method.Name.EndsWith(lifetime, StringComparison.Ordinal));

    /// <summary>Whether a method of ASP.NET Core calls the function that it gets for each request.</summary>
    private static bool IsRouting(IMethodSymbol method) =>
        IsOf(method, "Microsoft.AspNetCore")
            && (method.Name.StartsWith("Map", StringComparison.Ordinal) || method.Name is "Use" or "Run" or "AddEndpointFilter");

    /// <summary>Whether a function configures a part of the app, once: <c>app.Map("/admin", branch => …)</c>.</summary>
    private static bool IsConfiguration(IMethodSymbol function) =>
        function.Parameters.Any(parameter => parameter.Type.Name is "IApplicationBuilder" or "IEndpointRouteBuilder" or "RouteGroupBuilder");

    private static bool IsOf(IMethodSymbol method, string containingNamespace) =>
        method.ContainingNamespace?.ToDisplayString() is { } name
            && (name == containingNamespace || name.StartsWith(containingNamespace + ".", StringComparison.Ordinal));
}
