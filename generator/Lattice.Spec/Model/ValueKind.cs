namespace Lattice.Spec.Model;

/// <summary>The kind of a value in C# and in the format of a request or response.</summary>
internal enum ValueKind
{
    String,
    Secret,
    Integer,

    /// <summary>An integer in a string.</summary>
    Int64String,
    Number,

    /// <summary>A decimal number in a string.</summary>
    DecimalString,
    Boolean,

    /// <summary>A time in seconds since 1970.</summary>
    UnixTime,

    /// <summary>A time in a string (RFC 3339).</summary>
    DateTime,
    Json,
    Enum,
    Object,

    /// <summary>A parameter with one of several types.</summary>
    Union,

    /// <summary>An id, or the object with that id.</summary>
    Expandable,
    List,

    /// <summary>A page of a list, with properties in addition to the elements.</summary>
    Page,
    Map,

    /// <summary>A file: a parameter to upload, or a response.</summary>
    File,
}
