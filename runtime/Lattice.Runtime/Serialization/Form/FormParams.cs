using System.ComponentModel;

namespace Lattice.Stripe.Serialization.Form;

/// <summary>Parameters that are sent as <c>application/x-www-form-urlencoded</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FormParams : StripeParams
{
    /// <summary>Writes the parameters that are set, in the order of the specification.</summary>
    /// <param name="form">The form to write to.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract void Write(ref FormWriter form);

    internal override RequestBody Encode(IReadOnlyDictionary<string, string>? extra) => FormBody.Create(this, extra);

    private protected override List<string> GetSetNames()
    {
        var form = new FormWriter(stackalloc byte[FormWriter.ScratchLength]) { SkipsChecks = true };
        try
        {
            Write(ref form);
            return form.GetTopLevelNames();
        }
        finally
        {
            form.Dispose();
        }
    }
}
