using System.Text.Json;
using System.Text.Json.Serialization;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests;

/// <summary>An object of one of several types is written as the object that it is.</summary>
public sealed class StripeUnionTests
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    [Fact]
    public void The_case_is_the_object_whatever_its_type()
    {
        Either cat = StripeJson.Deserialize<Either>("""{"object":"cat","name":"c"}""");
        Either dog = StripeJson.Deserialize<Either>("""{"name":"d","object":"dog"}""");

        Assert.Same(cat.Cat, cat.GetCase());
        Assert.Null(cat.Dog);
        Assert.Equal("c", cat.Cat!.Name);
        Assert.Same(dog.Dog, dog.GetCase());
        Assert.Null(dog.Cat);
        Assert.Equal("d", dog.Dog!.Name);
        Assert.Null(new Either().GetCase());
    }

    [Theory]
    [InlineData("""{"object":"bird","name":"b"}""", "name,object")]
    [InlineData("""{"name":"b"}""", "name")]
    [InlineData("""{"object":5}""", "object")]
    [InlineData("{}", "")]
    public void An_unknown_object_has_no_case_and_its_fields_are_extra_fields(string json, string extra)
    {
        Either unknown = StripeJson.Deserialize<Either>(json);

        Assert.Null(unknown.GetCase());
        Assert.Equal(extra, string.Join(',', unknown.GetExtraFields().Keys.Order(StringComparer.Ordinal)));
        Assert.Empty(unknown.GetMissingFields());
    }

    [Fact]
    public void The_fields_of_a_case_belong_to_it()
    {
        Holder holder = StripeJson.Deserialize<Holder>(
            """{"before":1,"pet":{"object":"cat","new":2},"pets":[{"object":"bird","x":3},{"object":"dog","name":"d","y":4}],"after":5}""");

        Assert.Equal(["after", "before"], holder.GetExtraFields().Keys.Order(StringComparer.Ordinal));
        Assert.Empty(holder.GetMissingFields());
        Assert.Equal(["new"], holder.Pet!.Cat!.GetExtraFields().Keys);
        Assert.Equal(["name"], holder.Pet.Cat.GetMissingFields());
        Assert.Empty(holder.Pet.GetExtraFields());
        Assert.Equal(["object", "x"], holder.Pets![0].GetExtraFields().Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["y"], holder.Pets[1].Dog!.GetExtraFields().Keys);
    }

    [Fact]
    public void System_Text_Json_writes_the_object_alone()
    {
        var union = new Either { Cat = new Animal { Name = "c", Token = "sk_hidden" } };

        Assert.Equal("""{"name":"c","token":"[redacted]"}""", JsonSerializer.Serialize(union));
        Assert.Equal("""{"name":"c","token":"[redacted]"}""", JsonSerializer.Serialize<object>(union));
        Assert.Equal("{}", JsonSerializer.Serialize(new Either()));
        Assert.Equal("null", JsonSerializer.Serialize((Either?)null));
    }

    [Fact]
    public void System_Text_Json_writes_it_in_a_property_and_a_list()
    {
        var holder = new Holder
        {
            Pet = new Either { Dog = new Animal { Name = "d" } },
            Pets = [new Either { Cat = new Animal { Name = "c" } }, new Either()],
        };

        Assert.Equal(
            """{"pet":{"name":"d","token":"[redacted]"},"pets":[{"name":"c","token":"[redacted]"},{}]}""", JsonSerializer.Serialize(holder));
        Assert.Equal("""{"pet":null,"pets":null}""", JsonSerializer.Serialize(new Holder()));
        Assert.Contains(
            "\n    \"name\": \"d\"", JsonSerializer.Serialize(holder, s_indented).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void System_Text_Json_does_not_read_it_and_names_what_does()
    {
        var exception = Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Either>("""{"object":"cat"}"""));

        Assert.Contains("StripeJson.Deserialize", exception.Message, StringComparison.Ordinal);
    }

    private sealed class Animal : StripeObject, IJsonReadable<Animal>
    {
        public Animal()
        {
        }

        private Animal(ref StripeJsonReader json)
            : base(ref json)
        {
        }

        [JsonPropertyName("name")]
        public string Name { get; init; } = "";

        [JsonPropertyName("token")]
        public SecretString Token { get; init; }

        static Animal IJsonReadable<Animal>.Read(ref StripeJsonReader json)
        {
            string? name = null;
            SecretString? token = null;
            while (json.ReadFields())
            {
                if (json.IsField("name"u8))
                {
                    name = json.ReadString();
                }

                if (json.IsField("object"u8))
                {
                    _ = json.ReadString();
                }

                if (json.IsField("token"u8))
                {
                    token = json.ReadSecret();
                }
            }

            if (name is null)
            {
                json.AddMissing(nameof(Animal), "name");
            }

            return new Animal(ref json) { Name = name ?? "", Token = token.GetValueOrDefault() };
        }
    }

    /// <summary>A union as the generator emits it.</summary>
    [JsonConverter(typeof(StripeUnionJsonConverter))]
    private sealed class Either : StripeUnion, IJsonReadable<Either>
    {
        public Either()
        {
        }

        private Either(ref StripeJsonReader json)
            : base(ref json)
        {
        }

        public Animal? Cat { get; init; }

        public Animal? Dog { get; init; }

        public override StripeObject? GetCase() => Cat ?? Dog;

        static Either IJsonReadable<Either>.Read(ref StripeJsonReader json) => json.PeekString("object"u8) switch
        {
            "cat" => new() { Cat = StripeJsonReader.Read<Animal>(ref json) },
            "dog" => new() { Dog = StripeJsonReader.Read<Animal>(ref json) },
            _ => ReadUnknown(ref json),
        };

        private static Either ReadUnknown(ref StripeJsonReader json)
        {
            json.ReadExtraFields();
            return new Either(ref json);
        }
    }

    private sealed class Holder : StripeResource, IJsonReadable<Holder>
    {
        public Holder()
        {
        }

        private Holder(ref StripeJsonReader json)
            : base(ref json)
        {
        }

        [JsonPropertyName("pet")]
        public Either? Pet { get; init; }

        [JsonPropertyName("pets")]
        public IReadOnlyList<Either>? Pets { get; init; }

        static Holder IJsonReadable<Holder>.Read(ref StripeJsonReader json)
        {
            Either? pet = null;
            IReadOnlyList<Either>? pets = null;
            while (json.ReadFields())
            {
                if (json.IsField("pet"u8))
                {
                    pet = json.ReadObject<Either>();
                }

                if (json.IsField("pets"u8))
                {
                    pets = json.ReadObjects<Either>();
                }
            }

            return new Holder(ref json) { Pet = pet, Pets = pets };
        }
    }
}
