using Lattice.Stripe.Testing.Redaction;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing;

/// <summary>
/// An OpenAPI document with the operations of a <see cref="StripeStandIn"/>. It is read once, is immutable, and can be shared by
/// several stand-ins.
/// </summary>
public sealed class StripeSlice
{
    private static readonly Lazy<StripeSlice> s_lazyBuiltIn = new(ReadBuiltIn);

    private StripeSlice(string json, string name)
    {
        (ApiVersion, Routes) = SliceReader.Read(json, name);
        Operations = Routes.ListNames();
    }

    /// <summary>The slice of this package: the operations that the SDK can call.</summary>
    public static StripeSlice BuiltIn => s_lazyBuiltIn.Value;

    /// <summary>The API version of the slice (<c>info.version</c>).</summary>
    public string ApiVersion { get; }

    /// <summary>The names of the operations, such as <c>POST /v1/account_links</c>, in ordinal order of their paths.</summary>
    public IReadOnlyList<string> Operations { get; }

    internal RouteTable Routes { get; }

    /// <summary>Reads a slice from a JSON file.</summary>
    /// <exception cref="InvalidDataException">The file is not a valid OpenAPI document; the message says why.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static StripeSlice Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);

        return new StripeSlice(File.ReadAllText(path), $"The slice '{MessageText.Show(path)}'");
    }

    /// <summary>Reads a slice from a stream of UTF-8 JSON, to its end. The stream stays open.</summary>
    /// <exception cref="InvalidDataException">The text is not a valid OpenAPI document; the message says why.</exception>
    public static StripeSlice Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        using var reader = new StreamReader(stream, leaveOpen: true);
        return new StripeSlice(reader.ReadToEnd(), "The slice");
    }

    /// <summary>Reads a slice from JSON text.</summary>
    /// <exception cref="InvalidDataException">The text is not a valid OpenAPI document; the message says why.</exception>
    public static StripeSlice Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);

        return new StripeSlice(json, "The slice");
    }

    private static StripeSlice ReadBuiltIn()
    {
        using Stream stream = typeof(StripeSlice).Assembly.GetManifestResourceStream("stripe.json")
            ?? throw new InvalidOperationException("The assembly has no embedded resource 'stripe.json'.");
        using var reader = new StreamReader(stream);
        return new StripeSlice(reader.ReadToEnd(), "The built-in slice");
    }
}
