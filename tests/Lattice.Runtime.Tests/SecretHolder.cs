using System.Diagnostics.CodeAnalysis;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Lattice.Stripe.Tests;

/// <summary>A secret in every place where a type may have one; public, because some serializers ask for that.</summary>
public class SecretHolder
{
    [SuppressMessage("Design", "CA1051", Justification = "Fields are written too.")]
    public SecretString Field;

    public SecretString Property { get; set; }

    public SecretString? Optional { get; set; }

    public object? Any { get; set; }

    public static SecretHolder Of(SecretString secret) => new() { Field = secret, Property = secret, Optional = secret, Any = secret };
}

/// <summary>A type that specifies what is written, including private parts.</summary>
[DataContract]
public class SecretContract
{
    [DataMember]
    private readonly SecretString _secret;

    public SecretContract(SecretString secret) => _secret = Shown = secret;

    [DataMember]
    public SecretString Shown { get; private set; }

    /// <summary>Whether what was read is as empty as what was written.</summary>
    public bool IsEmpty => !_secret.HasValue && !Shown.HasValue;
}

/// <summary>A secret in a record.</summary>
public record SecretRecord(SecretString Secret);

/// <summary>A resource as the generator emits it.</summary>
public sealed class SecretResource : StripeResource
{
    public string Id { get; init; } = "";

    public SecretString Url { get; init; }
}

/// <summary>What System.Text.Json generates for such types.</summary>
[JsonSerializable(typeof(SecretString))]
[JsonSerializable(typeof(SecretRecord))]
[JsonSerializable(typeof(SecretResource))]
[JsonSerializable(typeof(Dictionary<SecretString, SecretString?>))]
internal sealed partial class SecretJsonContext : JsonSerializerContext;
