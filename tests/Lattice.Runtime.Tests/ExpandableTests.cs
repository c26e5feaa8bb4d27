using System.Text.Json;

namespace Lattice.Stripe.Tests;

/// <summary>A reference to another object: its id, or the object itself.</summary>
public sealed class ExpandableTests
{
    [Fact]
    public void A_string_is_the_id()
    {
        Expandable<Owner> reference = "own_1";

        Assert.Equal(new Expandable<Owner>("own_1"), reference);
        Assert.Equal("own_1", reference.Id);
        Assert.False(reference.IsExpanded);
        Assert.Throws<ArgumentNullException>(() => (Expandable<Owner>)(string)null!);
    }

    [Fact]
    public void References_with_the_same_id_and_object_are_equal()
    {
        var owner = new Owner();

        Assert.Equal(new Expandable<Owner>("own_1", owner), new Expandable<Owner>("own_1", owner));
        Assert.NotEqual(new Expandable<Owner>("own_1", owner), new Expandable<Owner>("own_1"));
        Assert.Equal(default(Expandable<Owner>).GetHashCode(), default(Expandable<Owner>).GetHashCode());
    }

    [Fact]
    public void System_Text_Json_writes_it_as_Stripe_does()
    {
        Assert.Equal("\"own_1\"", JsonSerializer.Serialize<Expandable<Owner>>("own_1"));
        Assert.Equal("null", JsonSerializer.Serialize(default(Expandable<Owner>)));
        Assert.Equal(
            """{"name":"Ada","parent":null}""",
            JsonSerializer.Serialize(new Expandable<Owner>("own_1", new Owner { Name = "Ada" })));
    }

    [Fact]
    public void System_Text_Json_reads_an_id_and_no_object()
    {
        Assert.Equal("own_1", JsonSerializer.Deserialize<Expandable<Owner>>("\"own_1\"").Id);
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Expandable<Owner>>("{}"));
    }
}
