using Lattice.Slice.Specifications;
using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Slice.Generation;

/// <summary>An operation that is generated.</summary>
/// <param name="Owner">The class that has the operation.</param>
internal sealed record GeneratedOperation(EmittedType Owner, Operation Operation)
{
    /// <summary>The name of the operation in slice.json.</summary>
    public string Name => PostOperation.GetText(Operation.Route);

    /// <summary>The method that throws, with its class.</summary>
    public string Member => $"{CSharpNames.Relative(Owner.Type)}.{MethodSignature.GetName(Operation.Method)}";

    /// <summary>A sample call of the method.</summary>
    public string Call
    {
        get
        {
            IEnumerable<string> arguments = MethodSignature.GetPathArguments(Operation).Prepend("client");
            arguments = Operation.Params is { } type ? arguments.Append($"new {type.Name} {{ … }}") : arguments;
            return $"{Member}({string.Join(", ", arguments)})";
        }
    }
}
