using System.ComponentModel;

namespace Lattice.Stripe;

/// <summary>
/// What the specification states about the properties of an emitted class. The analyzers of Lattice.Analyzers read it while a program is
/// written; at run time nothing does, and trimming removes it.
/// </summary>
/// <remarks>
/// Each value is a list, with semicolons between its entries: names of properties in C#, with commas between them, in most cases after a
/// key and a colon.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StripeSchemaAttribute : Attribute
{
    /// <summary>The properties that Stripe requires: <c>Account, Type</c>.</summary>
    public string? Required { get; set; }

    /// <summary>The maximum numbers of characters: <c>200: ClientReferenceId; 5000: RefreshUrl, ReturnUrl</c>.</summary>
    public string? MaxLength { get; set; }

    /// <summary>The resources whose ids properties are: <c>account: Account; payment_method: DefaultPaymentMethod</c>.</summary>
    public string? Ids { get; set; }

    /// <summary>Properties of which only one can be set: <c>Collect, CollectionOptions; Price, PriceData</c>.</summary>
    public string? Exclusive { get; set; }

    /// <summary>What replaces deprecated properties and constants: <c>Collect: CollectionOptions.Fields</c>.</summary>
    public string? Successors { get; set; }
}
