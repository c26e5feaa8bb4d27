using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Mono.Cecil;

namespace Lattice.Stripe.Tests;

/// <summary>Only one method returns the secret.</summary>
public sealed class SecretStringTests
{
    private const string Text = "sk_live_hidden";
    private const string Redacted = "[redacted]";

    [Fact]
    public void Every_text_is_redacted()
    {
        SecretString secret = Text;
        object boxed = secret;
        SecretString? nullable = secret;

        Assert.Equal(Redacted, secret.ToString());
        Assert.Equal(Redacted, boxed.ToString());
        Assert.Equal(Redacted, nullable.ToString());
        Assert.Equal(Redacted, $"{secret}");
        Assert.Equal($" {Redacted}", $"{secret,11}");
        Assert.Equal(Redacted, string.Format(CultureInfo.InvariantCulture, "{0:X}", secret));
        Assert.Equal(Redacted, string.Concat(secret, ""));
        Assert.Equal(Redacted, "" + secret);
        Assert.Equal(Redacted, Convert.ToString(boxed, CultureInfo.InvariantCulture));
        Assert.Equal(Redacted, string.Join(",", secret));
        Assert.Equal(Redacted, default(SecretString).ToString());
    }

    [Fact]
    public void Records_and_tuples_print_a_secret_redacted()
    {
        Assert.Equal($"Holder {{ Secret = {Redacted} }}", new Holder(Text).ToString());
        Assert.Equal($"{{ Secret = {Redacted} }}", new { Secret = (SecretString)Text }.ToString());
        Assert.Equal($"({Redacted}, 1)", ((SecretString)Text, 1).ToString());
    }

    [Fact]
    public void Only_Reveal_returns_the_value()
    {
        var secret = new SecretString(Text);

        Assert.True(secret.HasValue);
        Assert.Equal(Text, secret.Reveal());
        Assert.Equal("", new SecretString("").Reveal());
        Assert.True(new SecretString("").HasValue);
    }

    [Fact]
    public void The_default_has_no_value()
    {
        SecretString none = default;

        Assert.False(none.HasValue);
        Assert.Equal("The SecretString has no value.", Assert.Throws<InvalidOperationException>(() => none.Reveal()).Message);
        Assert.Equal(none, SecretString.FromString(null));
        Assert.Throws<ArgumentNullException>(() => new SecretString(null!));
    }

    [Fact]
    public void A_string_is_converted_and_null_is_not_a_secret()
    {
        SecretString secret = Text;
        SecretString? optional = Text;
        SecretString? none = (string?)null;
        SecretString? literal = null;

        Assert.Equal(Text, secret.Reveal());
        Assert.Equal(Text, optional!.Value.Reveal());
        Assert.Null(none);
        Assert.Null(literal);
        Assert.Throws<ArgumentNullException>(() => (SecretString)(string)null!);
    }

    [Fact]
    public void An_optional_string_stays_optional()
    {
        Assert.Equal(Text, Convert(Text)!.Value.Reveal());
        Assert.Equal("", Convert("")!.Value.Reveal());
        Assert.Null(Convert(null));

        static SecretString? Convert(string? text) => text;
    }

    [Fact]
    public void Reflection_over_public_members_finds_no_value()
    {
        object secret = new SecretString(Text);
        const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

        Assert.Empty(typeof(SecretString).GetFields(Public));
        foreach (PropertyInfo property in typeof(SecretString).GetProperties(Public))
        {
            Assert.DoesNotContain(Text, $"{property.GetValue(secret)}", StringComparison.Ordinal);
        }

        foreach (MethodInfo method in typeof(SecretString).GetMethods(Public).Where(method => method.GetParameters().Length == 0))
        {
            if (method.Name != nameof(SecretString.Reveal))
            {
                Assert.DoesNotContain(Text, $"{method.Invoke(secret, null)}", StringComparison.Ordinal);
            }
        }

        foreach (PropertyDescriptor property in TypeDescriptor.GetProperties(secret))
        {
            Assert.DoesNotContain(Text, $"{property.GetValue(secret)}", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_conversion_returns_the_value()
    {
        IEnumerable<MethodInfo> conversions = typeof(SecretString)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name is "op_Implicit" or "op_Explicit");

        Assert.All(conversions, method =>
            Assert.Equal(typeof(SecretString), Nullable.GetUnderlyingType(method.ReturnType) ?? method.ReturnType));
        Assert.False(typeof(IConvertible).IsAssignableFrom(typeof(SecretString)));
        Assert.False(typeof(IFormattable).IsAssignableFrom(typeof(SecretString)));
        Assert.False(typeof(ISpanFormattable).IsAssignableFrom(typeof(SecretString)));
        Assert.False(typeof(IUtf8SpanFormattable).IsAssignableFrom(typeof(SecretString)));
    }

    [Fact]
    public void The_debugger_shows_it_redacted()
    {
        var display = typeof(SecretString).GetCustomAttribute<DebuggerDisplayAttribute>()!;
        Assert.Equal(Redacted, display.Value);

        foreach (FieldInfo field in typeof(SecretString).GetFields(BindingFlags.NonPublic | BindingFlags.Instance))
        {
            Assert.Equal(DebuggerBrowsableState.Never, field.GetCustomAttribute<DebuggerBrowsableAttribute>()!.State);
        }
    }

    [Fact]
    public void No_other_type_has_a_debugger_display() =>
        Assert.Equal([typeof(SecretString)], typeof(SecretString).Assembly.GetTypes().Where(type =>
            type.IsDefined(typeof(DebuggerDisplayAttribute), inherit: false)
            || type.IsDefined(typeof(DebuggerTypeProxyAttribute), inherit: false)));

    [Fact]
    public void Comparison_takes_constant_time()
    {
        // A measurement would depend on the machine; the method that the comparison calls does not.
        IEnumerable<string> called = Calls(typeof(SecretString).GetMethod(nameof(SecretString.Equals), [typeof(SecretString)])!);

        Assert.Contains("CryptographicOperations.FixedTimeEquals", called);
        Assert.DoesNotContain(called, call => call.StartsWith("String.", StringComparison.Ordinal));
        Assert.DoesNotContain(called, call => call.Contains("SequenceEqual", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a", "a", true)]
    [InlineData("a", "b", false)]
    [InlineData("a", "A", false)]
    [InlineData("a", "aa", false)]
    [InlineData("é", "e\u0301", false)]
    [InlineData("", "", true)]
    [InlineData("", null, false)]
    [InlineData("a", null, false)]
    [InlineData(null, null, true)]
    public void Two_secrets_are_equal_if_their_values_are(string? left, string? right, bool equal)
    {
        var a = SecretString.FromString(left);
        var b = SecretString.FromString(right is null ? null : string.Concat(right.AsSpan(), ""));

        Assert.Equal(equal, a.Equals(b));
        Assert.Equal(equal, b.Equals((object)a));
        Assert.Equal(equal, a == b);
        Assert.Equal(!equal, a != b);
        Assert.True(!equal || a.GetHashCode() == b.GetHashCode());
        Assert.False(a.Equals((object?)left));
        Assert.False(a.Equals((object?)null));
    }

    [Fact]
    public void A_type_converter_reads_configuration_and_writes_nothing_back()
    {
        TypeConverter converter = TypeDescriptor.GetConverter(typeof(SecretString));

        Assert.True(converter.CanConvertFrom(typeof(string)));
        Assert.Equal(Text, ((SecretString)converter.ConvertFromInvariantString(Text)!).Reveal());
        Assert.Equal(Redacted, converter.ConvertToInvariantString(new SecretString(Text)));
        Assert.Equal(Redacted, converter.ConvertTo(new SecretString(Text), typeof(string)));
        Assert.False(converter.CanConvertTo(typeof(char[])));
        Assert.False(converter.CanConvertFrom(typeof(int)));
        Assert.Throws<NotSupportedException>(() => converter.ConvertTo(new SecretString(Text), typeof(char[])));
        Assert.Throws<NotSupportedException>(() => converter.ConvertFromInvariantString(Redacted));
        Assert.Throws<NotSupportedException>(() => converter.ConvertFrom(17));
    }

    /// <summary>The methods that a method calls: each <c>call</c> is one byte and the method's token.</summary>
    private static IEnumerable<string> Calls(MethodInfo method)
    {
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(method.Module.FullyQualifiedName);
        var definition = (MethodDefinition)assembly.MainModule.LookupToken(method.MetadataToken);
        return
        [
            .. from instruction in definition.Body.Instructions
               where instruction.Operand is MethodReference
               let called = (MethodReference)instruction.Operand
               select $"{called.DeclaringType.Name}.{called.Name}",
        ];
    }

    private sealed record Holder(SecretString Secret);
}
