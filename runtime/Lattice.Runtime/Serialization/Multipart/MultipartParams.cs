using System.ComponentModel;
using Lattice.Stripe.Buffers;
using Lattice.Stripe.Serialization.Form;

namespace Lattice.Stripe.Serialization.Multipart;

/// <summary>Parameters that are sent as <c>multipart/form-data</c>, because a file is among them.</summary>
public abstract class MultipartParams : FormParams
{
    /// <summary>The files among the parameters, by their name; <see langword="null"/> where none is set.</summary>
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
                    $"The extra parameter '{name}' is set by the operation's own parameters already. Set it in one place.", nameof(extra));
            }

            files.Add(file.Open(name));
        }

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
