using Lattice.Slice.Configuration;
using Lattice.Slice.Operations;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Editing;

/// <summary>A slice with an operation more.</summary>
/// <param name="Alone">The slice of that operation only.</param>
internal sealed record Addition(SliceFiles Files, SpecOperation Operation, SliceResult Result, SliceResult Alone)
{
    /// <param name="text">What a person calls the operation.</param>
    /// <param name="asCreate">Whether it is added even if its path does not look like a create.</param>
    /// <exception cref="CommandFailedException">There is no such operation, or it cannot be added.</exception>
    public static Addition Make(SliceFiles files, Spec spec, string text, bool asCreate = false)
    {
        SpecOperation operation = OperationSearch.Find(SpecOperations.Find(spec), text, spec.Name);
        if (files.Configuration.Operations.Contains(operation.Text))
        {
            throw new CommandFailedException($"{operation.Text} is in {files.Path} already.");
        }

        if (operation.Obstacle is { } obstacle)
        {
            throw new CommandFailedException($"{operation.Text} cannot be added: {obstacle}.");
        }

        if (!operation.IsCreate && !asCreate)
        {
            string allTheSame = operation.Resource is null ? "" : " To add it all the same, say --as-create.";
            throw new CommandFailedException($"{operation.Text} is no create ({operation.WhyNot}).{allTheSame}");
        }

        SliceFiles added = files.Add(operation.Text, isTreatedAsCreate: !operation.IsCreate);
        SliceResult result = Slicer.Cut(spec, added.Configuration).EnsureComplete();
        if (operation.Resource is null)
        {
            throw new CommandFailedException(
                $"{operation.Text} cannot be added: its 200 response has no JSON object with a name (a $ref to a schema), "
                + "so there is no class for it.");
        }

        return new Addition(added, operation, result, Slicer.Cut(spec, added.Configuration.Only(operation.Text)));
    }
}
