using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Analyzers.Calls.Keys;

/// <summary>The idempotency key that a call is made with, if it is made several times.</summary>
internal enum CallKey
{
    /// <summary>The call sets no key, so the client makes a random one for each.</summary>
    None,

    /// <summary>Each call has its own.</summary>
    Different,

    /// <summary>There is one, or there may be.</summary>
    Given,
}

/// <summary>Finds the idempotency key of a call.</summary>
internal sealed class CallKeys(StripeTypes types, Locals locals)
{
    // Options can be a copy of others.
    private const int MaxDepth = 8;

    // What returns something else each time it is called.
    private static readonly HashSet<string> s_generators = new(StringComparer.Ordinal)
    {
        "NewGuid", "CreateVersion7", "Next", "NextInt64", "NextDouble", "GetInt32", "GetBytes", "GetHexString", "GetTimestamp", "GetRandomFileName",
    };

    /// <summary>The argument with the options of a call; <see langword="null"/> if the method has none.</summary>
    public IArgumentOperation? GetOptions(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => StripeTypes.AreSame(argument.Parameter?.Type, types.RequestOptions));

    /// <param name="repeated">The part of the source that is carried out for each call.</param>
    public CallKey GetKey(IInvocationOperation call, TextSpan repeated) =>
        GetOptions(call) is { } options ? GetKeyOfOptions(options.Value, repeated, MaxDepth) : CallKey.Given;

    private CallKey GetKeyOfOptions(IOperation options, TextSpan repeated, int depth)
    {
        IOperation value = options.Unwrap();
        if (depth == 0)
        {
            return CallKey.Given;
        }

        if (value is IDefaultValueOperation or { ConstantValue: { HasValue: true, Value: null } })
        {
            return CallKey.None;
        }

        switch (value)
        {
            case IObjectCreationOperation creation:
                return GetKeyValue(creation, types) is { } key ? GetKeyOfText(key, repeated, depth - 1)
                    : creation.Arguments.IsEmpty ? CallKey.None
                    : GetKeyOfOptions(creation.Arguments[0].Value, repeated, depth - 1);
            case ILocalReferenceOperation local:
                return GetCommon(locals.GetValues(local.Local)?.Select(assigned => GetKeyOfOptions(assigned, repeated, depth - 1)));
            default:
                IOperation[] possible = [.. PossibleValues.Of(value)];
                return possible.Length == 1
                    ? CallKey.Given
                    : GetCommon(possible.Select(branch => GetKeyOfOptions(branch, repeated, depth - 1)));
        }
    }

    /// <summary>The text that new options are given as their key.</summary>
    public static IOperation? GetKeyValue(IObjectCreationOperation options, StripeTypes types) =>
        StripeTypes.AreSame(options.Type, types.RequestOptions)
            ? options.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
                .FirstOrDefault(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "IdempotencyKey" })?.Value
            : null;

    private CallKey GetKeyOfText(IOperation key, TextSpan repeated, int depth)
    {
        IOperation value = key.Unwrap();
        return value.ConstantValue is { HasValue: true, Value: null } ? CallKey.None
            : repeated.Contains(value.Syntax.Span) && IsDifferent(value, repeated, depth) ? CallKey.Different
            : CallKey.Given;
    }

    /// <summary>Whether a text differs each time: it has a new GUID or a counter in it.</summary>
    private bool IsDifferent(IOperation text, TextSpan repeated, int depth) =>
        depth > 0 && text.DescendantsAndSelf().Any(part => part switch
        {
            IInvocationOperation call => s_generators.Contains(call.TargetMethod.Name),
            IIncrementOrDecrementOperation => true,
            IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Now" or "UtcNow" } } => true,
            ILocalReferenceOperation local => IsCounter(local, repeated)
                || (locals.GetValue(local.Local) is { } value && repeated.Contains(value.Syntax.Span)
                    && IsDifferent(value, repeated, depth - 1)),
            _ => false,
        });

    /// <summary>Whether a variable counts the calls.</summary>
    private bool IsCounter(ILocalReferenceOperation local, TextSpan repeated) =>
        locals.GetWrites(local.Local).Any(write => write.Parent is IIncrementOrDecrementOperation && repeated.Contains(write.Syntax.Span));

    private static CallKey GetCommon(IEnumerable<CallKey>? keys)
    {
        CallKey[] all = keys is null ? [] : [.. keys];
        return all.Length == 0 || all.Contains(CallKey.Given) ? CallKey.Given : all[0];
    }
}
