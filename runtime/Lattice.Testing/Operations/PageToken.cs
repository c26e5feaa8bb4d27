using System.Text;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>The token of a page: the object beside it, and the direction. Callers send it back as it is.</summary>
/// <param name="IsAfter">Whether the page comes after the object; otherwise, it ends before it.</param>
/// <param name="Id">The id of the object.</param>
internal readonly record struct PageToken(bool IsAfter, string Id)
{
    public static PageToken? Read(string text)
    {
        var bytes = new byte[text.Length];
        string padded = text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (text.Length % 4)) % 4);
        string content = Convert.TryFromBase64String(padded, bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
        return content is ['a' or 'b', ':', .. var id] ? new PageToken(content[0] == 'a', id) : null;
    }

    public override string ToString()
        => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{(IsAfter ? 'a' : 'b')}:{Id}")).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
