using System.ComponentModel;

namespace Lattice.Stripe.Serialization;

/// <summary>Parameters that are sent as <c>multipart/form-data</c>, because a file is among them.</summary>
public abstract class MultipartParams : FormParams
{
    /// <summary>The files among the parameters, by their name; <see langword="null"/> where none is set.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract IReadOnlyList<KeyValuePair<string, StripeFileUpload?>> GetFiles();

    internal sealed override RequestBody Encode(IReadOnlyDictionary<string, string>? extra)
    {
        IReadOnlyList<KeyValuePair<string, StripeFileUpload?>> files = GetFiles();
        foreach ((string name, StripeFileUpload? file) in files)
        {
            if (file is not null)
            {
                Check(name, file, extra);
            }
        }

        PooledBytes fields = FormBody.Encode(this, extra);
        try
        {
            return new MultipartBody(FormBody.Decode(fields.Span), files);
        }
        finally
        {
            fields.Dispose();
        }
    }

    private static void Check(string name, StripeFileUpload file, IReadOnlyDictionary<string, string>? extra)
    {
        if (extra?.ContainsKey(name) == true)
        {
            throw new ArgumentException(
                $"The extra parameter '{name}' is set by the operation's own parameters already. Set it in one place.", nameof(extra));
        }

        if (!file.Content.CanRead)
        {
            throw new ArgumentException($"The stream of the file '{name}' cannot be read any more: it was closed.", nameof(file));
        }
    }

    private protected override List<string> GetSetNames() =>
        [.. GetFiles().Where(file => file.Value is not null).Select(file => file.Key), .. base.GetSetNames()];
}
