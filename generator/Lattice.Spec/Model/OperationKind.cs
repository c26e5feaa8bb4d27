namespace Lattice.Spec.Model;

/// <summary>The kind of an operation.</summary>
internal enum OperationKind
{
    Create,
    Retrieve,
    List,
    Search,
    Update,
    Delete,
    Action,

    /// <summary>An operation that the document leaves out, whatever its path says.</summary>
    None,
}
