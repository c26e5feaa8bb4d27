using Lattice.Slice.Names;
using Lattice.Slice.Operations;
using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Slice.Types;

/// <summary>An operation that is generated.</summary>
/// <param name="Owner">The class that has the operation.</param>
internal sealed record OwnedOperation(EmittedType Owner, Operation Operation)
{
    /// <summary>The operation as slice.json names it.</summary>
    public string Name => PostOperation.GetText(Operation.Route);

    /// <summary>The method that throws, as a user calls it.</summary>
    public string Member => $"{CSharpNames.Relative(Owner.Type)}.{MethodSignature.GetName(Operation.Method)}";

    /// <summary>A call of the method, with an empty object for what the body holds.</summary>
    public string Call
    {
        get
        {
            IEnumerable<string> arguments = MethodSignature.GetPathArguments(Operation).Prepend("client");
            return $"{Member}({string.Join(", ", Operation.Params is { } type ? arguments.Append($"new {type.Name} {{ … }}") : arguments)})";
        }
    }
}
