namespace Lattice.Spec.OpenApi;

/// <summary>The form of the value of a keyword.</summary>
internal enum ValueForm
{
    /// <summary>Any value. It is data, so its contents are not checked.</summary>
    Any,
    String,
    Boolean,

    /// <summary>A nonnegative integer without a fraction or an exponent.</summary>
    Count,
    Number,
    NumberOrBoolean,

    /// <summary>An array of any values.</summary>
    Array,

    /// <summary>The values of an enum.</summary>
    Values,
    StringArray,

    /// <summary>An array of arrays of strings.</summary>
    StringArrays,

    /// <summary>The name of a type, or an array of such names.</summary>
    Types,

    /// <summary>A declared kind of operation.</summary>
    OperationKind,

    /// <summary>An object with the keywords of <see cref="KeywordRule.Of"/>.</summary>
    Object,
    ObjectOrBoolean,
    ObjectArray,

    /// <summary>An object with arbitrary names.</summary>
    Map,
    ObjectMap,
    StringMap,
}
