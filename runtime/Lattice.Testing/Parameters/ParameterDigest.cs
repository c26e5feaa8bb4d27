using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>
/// A digest of parameters that is the same for the same parameters in another order or encoding. It is compared instead of the
/// parameters, which would need memory as long as their idempotency key is remembered.
/// </summary>
internal sealed class ParameterDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private ParameterDigest()
    {
    }

    public static string Of(ParameterNode root)
    {
        using var digest = new ParameterDigest();
        digest.Add(root);
        return Convert.ToHexString(digest._hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    private void Add(ParameterNode node)
    {
        Add(node.Key);
        if (node.Text is { } text)
        {
            Add(-1);
            Add(text);
            return;
        }

        Add(node.Children.Count);
        foreach (ParameterNode child in node.Children.OrderBy(child => child.Key, StringComparer.Ordinal))
        {
            Add(child);
        }
    }

    private void Add(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Add(bytes.Length);
        _hash.AppendData(bytes);
    }

    private void Add(int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        _hash.AppendData(bytes);
    }
}
