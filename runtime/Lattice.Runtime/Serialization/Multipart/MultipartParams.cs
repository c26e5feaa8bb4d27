using System.ComponentModel;
using Lattice.Stripe.Buffers;
using Lattice.Stripe.Serialization.Form;

namespace Lattice.Stripe.Serialization.Multipart;

/// <summary>Parameters that are sent as <c>multipart/form-data</c>, because they may include a file.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MultipartParams : FormParams
{
    /// <summary>Returns the files among the parameters by their name; <see langword="null"/> for those that are not set.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract IReadOnlyList<KeyValuePair<string, StripeFileUpload?>> GetFiles();

    internal sealed override RequestBody Encode(IReadOnlyDictionary<string, string>? extra)
    {
        List<UploadedFile> files = [];
        foreach ((string name, StripeFileUpload? file) in GetFiles())
        {
            if (file is null)
            {
                continue;
            }

            if (extra?.ContainsKey(name) == true)
            {
                throw new ArgumentException(
                    $"The extra parameter '{name}' is already set by the operation's own parameters. Set it in one place.", nameof(extra));
            }

            files.Add(file.Open(name));
        }

        // Parameters write themselves in one way, as a form, and the fields of the parts are decoded from it. A second mode of FormWriter
        // would add code to every app, also to those without uploads, and an upload has only a few short fields.
        PooledBytes fields = FormBody.Encode(this, extra);
        try
        {
            return new MultipartBody(FormBody.Decode(fields.Span), [.. files]);
        }
        finally
        {
            fields.Dispose();
        }
    }

    private protected override List<string> GetSetNames() =>
        [.. GetFiles().Where(file => file.Value is not null).Select(file => file.Key), .. base.GetSetNames()];
}
