using System.Globalization;

namespace Lattice.Conformance.Encoding;

// Parameters are written down here as plain values: string, long, decimal, bool, DateTimeOffset, List<object?> and
// Dictionary<string, object?>. What follows are the few things that these cannot say.

/// <summary>The stored value is to be cleared.</summary>
internal sealed record Cleared
{
    public static Cleared Instance { get; } = new();
}

/// <summary>One of known strings.</summary>
internal sealed record EnumText(string Text);

/// <summary>A string that stands for a special value beside another type, such as <c>now</c> beside a time.</summary>
internal sealed record LiteralText(string Text);

/// <summary>An integer that JSON carries as a string.</summary>
internal sealed record Int64String(long Value)
{
    public string Text => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A decimal number that JSON carries as a string.</summary>
internal sealed record DecimalText(decimal Value)
{
    public string Text => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A file to upload.</summary>
internal sealed record FileValue(string FileName, string ContentType, byte[] Bytes);
