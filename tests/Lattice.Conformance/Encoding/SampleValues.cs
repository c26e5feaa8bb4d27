using System.Globalization;

namespace Lattice.Conformance.Encoding;

// Sample parameters are values of the types string, long, decimal, bool, DateTimeOffset, List<object?>, and Dictionary<string, object?>.
// The following types represent what these cannot express.

/// <summary>Clears the stored value.</summary>
internal sealed record Cleared
{
    public static Cleared Instance { get; } = new();
}

/// <summary>A value of an enum.</summary>
internal sealed record EnumValue(string Text);

/// <summary>A special value next to another type, such as <c>now</c> next to a time.</summary>
internal sealed record ConstValue(string Text);

/// <summary>An integer that is a string in JSON.</summary>
internal sealed record Int64String(long Value)
{
    public string Text => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A decimal number that is a string in JSON.</summary>
internal sealed record DecimalString(decimal Value)
{
    public string Text => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A file to upload.</summary>
internal sealed record FileValue(string FileName, string ContentType, byte[] Bytes);
