using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Operations;

/// <summary>
/// Where an object goes within a method: which operations it is handed to, directly or as a part of other parameters, through which
/// variables, which of its properties are assigned there, and whether other code gets it, too.
/// </summary>
internal sealed partial class ObjectFlow
{
    private readonly StripeTypes _types;
    private readonly Locals _locals;
    private readonly IOperation _start;
    private readonly IOperation? _function;
    private readonly List<Holder> _holders = [];
    private readonly List<ObjectCall> _calls = [];
    private readonly List<ObjectWrite> _writes = [];
    private readonly List<(IOperation Operation, Holder? Holder)> _escapes = [];

    private ObjectFlow(IOperation start, StripeTypes types)
    {
        _types = types;
        _locals = Locals.Of(start);
        _start = start;
        _function = ExecutionOrder.GetFunction(start);
    }

    /// <summary>Whether the uses of the object cannot be put in an order: a lambda captures it, or there is a <c>goto</c>.</summary>
    public bool IsUnordered { get; private set; }

    /// <summary>The assignments to properties of the object, apart from its initializer.</summary>
    public IReadOnlyList<ObjectWrite> Writes => _writes;

    /// <summary>Where other code gets the object, or an object that contains it.</summary>
    public IEnumerable<IOperation> Escapes => _escapes.Select(escape => escape.Operation);

    /// <summary>The operations that get the object.</summary>
    public IEnumerable<IOperation> Calls => _calls.Select(call => call.Invocation);

    /// <summary>The assignments that replace the object in a variable that has it.</summary>
    public IEnumerable<IOperation> Replacements => _holders.SelectMany(holder => holder.Replacements);

    /// <summary>Follows an object from the expression that creates it.</summary>
    public static ObjectFlow FromCreation(IObjectCreationOperation creation, StripeTypes types)
    {
        var flow = new ObjectFlow(creation, types);
        flow.FollowValue(creation, AccessPath.None, holder: null);
        return flow;
    }

    /// <summary>Follows the object that is in a variable, or in properties of it.</summary>
    /// <param name="use">Where the object is used.</param>
    public static ObjectFlow FromVariable(IOperation use, AccessPath path, StripeTypes types)
    {
        var flow = new ObjectFlow(use, types);
        flow.FollowVariable(path.Variable, path.Append(AccessPath.None), store: null, from: null);
        return flow;
    }

    /// <summary>The operations that get the object as it was created and changed here, because no other code has it before.</summary>
    public IEnumerable<ObjectCall> GetCalls() => IsUnordered ? [] : _calls.Where(call =>
        Reaches(call) && !_escapes.Any(escape => EscapesBefore(escape.Operation, escape.Holder, call.Invocation)));

    /// <summary>Whether a property may be assigned before a call.</summary>
    public bool MayBeSet(string property, ObjectCall call) => _writes.Any(write =>
        write.Property.Name == property
        && (write.Value is null || !ParameterValue.IsUnset(write.Value))
        && RunsBefore(write.Operation, write.Holder, call.Invocation));

    private static bool Reaches(ObjectCall call)
    {
        IOperation position = call.Invocation;
        for (Holder? holder = call.Holder; holder is not null; holder = holder.From)
        {
            if (!holder.StillHasObjectAt(position))
            {
                return false;
            }

            position = holder.Store ?? position;
        }

        return true;
    }

    private bool RunsBefore(IOperation operation, Holder holder, IOperation call) =>
        (ExecutionOrder.IsBefore(_start, operation) && ExecutionOrder.IsBeforeEndOf(operation, call))
        || ExecutionOrder.ShareLoop(operation, call, holder.Declaration);

    // Before the object is created, a variable has another one; but who has the object around it can change it at any time.
    private bool EscapesBefore(IOperation operation, Holder? holder, IOperation call) =>
        (holder is { Path.IsEmpty: false } && ExecutionOrder.IsBeforeEndOf(operation, call))
        || (holder is null ? ExecutionOrder.IsBeforeEndOf(operation, call) : RunsBefore(operation, holder, call));
}
