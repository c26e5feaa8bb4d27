using System.Globalization;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml.Serialization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;
using NewtonsoftJson = Newtonsoft.Json.JsonConvert;
using SystemJson = System.Text.Json.JsonSerializer;

namespace Lattice.Stripe.Tests;

/// <summary>No serializer and no structured logger writes a secret in any position.</summary>
public sealed class SerializerTests
{
    private const string Text = "sk_live_hidden";
    private const string Redacted = "[redacted]";

    private static readonly SecretString s_secret = new(Text);

    private static readonly Dictionary<string, Func<object, string>> s_writers = new()
    {
        ["System.Text.Json"] = value => SystemJson.Serialize(value),
        ["Newtonsoft"] = NewtonsoftJson.SerializeObject,
        ["Newtonsoft, all members"] = value => NewtonsoftJson.SerializeObject(value, new Newtonsoft.Json.JsonSerializerSettings
        {
            TypeNameHandling = Newtonsoft.Json.TypeNameHandling.All,
            ContractResolver = new Newtonsoft.Json.Serialization.DefaultContractResolver
            {
                IgnoreSerializableAttribute = false,
                IgnoreSerializableInterface = true,
            },
        }),
        ["Serilog"] = value => Log("Made {Value}", value),
        ["Serilog, destructured"] = value => Log("Made {@Value}", value),
        ["Serilog, as text"] = value => Log("Made {$Value}", value),
    };

    private static readonly Dictionary<string, Func<object>> s_values = new()
    {
        ["a secret"] = () => s_secret,
        ["a type"] = () => SecretHolder.Of(s_secret),
        ["a contract"] = () => new SecretContract(s_secret),
        ["a record"] = () => new SecretRecord(s_secret),
        ["an anonymous type"] = () => new { Secret = s_secret, Inner = new { Secret = (object)s_secret } },
        ["a tuple"] = () => (s_secret, 1),
        ["a list"] = () => new List<SecretString> { s_secret },
        ["a dictionary's value"] = () => new Dictionary<string, SecretString> { ["k"] = s_secret },
        ["a dictionary's key"] = () => new Dictionary<SecretString, int> { [s_secret] = 1 },
        ["a resource"] = () => new SecretResource { Id = "r_1", Url = s_secret },
        ["a resource of a response"] = () => Response(
            200, $$$"""{"url":"{{{Text}}}","new_secret":"{{{Text}}}","owner":{"token":"{{{Text}}}"}}""").Value!,
        ["a result"] = () => Response(200, $$"""{"url":"{{Text}}","new_secret":"{{Text}}"}"""),
        ["a failure"] = () => Response(402, $$$"""{"error":{"message":"No.","payment_intent":{"client_secret":"{{{Text}}}"} } }"""),
        ["an error"] = () => Response(502, $"<html>{Text}</html>").Error!,
        ["an exception"] = () => new StripeException(Response(200, $$"""{"url":"{{Text}}""").Error!),
        ["a client"] = () => new StripeClient(Text),
        ["a client's options"] = () => new StripeClientOptions { ApiKey = s_secret },
        ["a call's options"] = () => new StripeRequestOptions { ApiKey = s_secret },
        ["a clearable"] = () => (Clearable<SecretString>)s_secret,
    };

    public static TheoryData<string, string> Written
    {
        get
        {
            TheoryData<string, string> pairs = [];
            foreach (string writer in s_writers.Keys)
            {
                foreach (string value in s_values.Keys.Where(value => CanWrite(writer, value)))
                {
                    pairs.Add(writer, value);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void No_serializer_writes_the_secret(string writer, string value)
    {
        string written = s_writers[writer](s_values[value]());

        Assert.NotEqual("", written);
        Assert.DoesNotContain("hidden", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Newtonsoft_writes_redacted()
    {
        Assert.Equal($"\"{Redacted}\"", NewtonsoftJson.SerializeObject(s_secret));
        Assert.Equal(
            $$"""{"{{Redacted}}":"{{Redacted}}"}""",
            NewtonsoftJson.SerializeObject(new Dictionary<SecretString, SecretString?> { [s_secret] = s_secret }));
        Assert.Equal(
            $$"""{"Field":"{{Redacted}}","Property":"{{Redacted}}","Optional":"{{Redacted}}","Any":"{{Redacted}}"}""",
            NewtonsoftJson.SerializeObject(SecretHolder.Of(s_secret)));
    }

    [Fact]
    public void Newtonsoft_reads_a_string_but_not_a_redacted_one()
    {
        SecretRecord read = NewtonsoftJson.DeserializeObject<SecretRecord>($$"""{"Secret":"{{Text}}"}""")!;
        string redacted = NewtonsoftJson.SerializeObject(read);

        Assert.Equal(Text, read.Secret.Reveal());
        Assert.Throws<Newtonsoft.Json.JsonSerializationException>(() => NewtonsoftJson.DeserializeObject<SecretRecord>(redacted));
    }

    [Fact]
    public void A_client_rejects_a_redacted_key()
    {
        var exception = Assert.Throws<ArgumentException>(() => new StripeClient(new StripeClientOptions { ApiKey = Redacted }));

        Assert.Contains("replaces a secret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Serilog_writes_redacted()
    {
        Assert.Contains(Redacted, Log("Made {Value}", s_secret), StringComparison.Ordinal);
        Assert.Contains("\"HasValue\":true", Log("Made {@Value}", s_secret), StringComparison.Ordinal);
    }

    [Fact]
    public void An_xml_serializer_writes_an_empty_element()
    {
        var serializer = new XmlSerializer(typeof(SecretHolder), [typeof(SecretString)]);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        serializer.Serialize(text, SecretHolder.Of(s_secret));
        using var resource = new StringWriter(CultureInfo.InvariantCulture);
        new XmlSerializer(typeof(SecretResource)).Serialize(resource, new SecretResource { Id = "r_1", Url = s_secret });

        Assert.Contains("<Property />", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("<Url />", resource.ToString(), StringComparison.Ordinal);
        Assert.Contains("r_1", resource.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", $"{text}{resource}", StringComparison.Ordinal);
        using var reader = System.Xml.XmlReader.Create(new StringReader(text.ToString()));
        Assert.False(((SecretHolder)serializer.Deserialize(reader)!).Property.HasValue);
    }

    [Fact]
    public void Data_contracts_write_an_empty_element()
    {
        foreach (object value in new object[] { SecretHolder.Of(s_secret), new SecretContract(s_secret), s_secret })
        {
            Type[] known = [typeof(SecretString)];
            foreach (XmlObjectSerializer serializer in new XmlObjectSerializer[]
            {
                new DataContractSerializer(value.GetType(), known),
                new DataContractJsonSerializer(value.GetType(), known),
            })
            {
                using var bytes = new MemoryStream();
                serializer.WriteObject(bytes, value);

                Assert.NotEqual(0, bytes.Length);
                Assert.DoesNotContain("hidden", Encoding.UTF8.GetString(bytes.ToArray()), StringComparison.Ordinal);
                bytes.Position = 0;
                object? read = serializer.ReadObject(bytes);
                Assert.True(
                    read is SecretHolder { Property.HasValue: false }
                        or SecretContract { IsEmpty: true }
                        or SecretString { HasValue: false });
            }
        }
    }

    // System.Text.Json rejects exceptions, because they contain a method.
    private static bool CanWrite(string writer, string value) => (writer, value) != ("System.Text.Json", "an exception");

    private static StripeResult<Thing> Response(int status, string body)
    {
        using Caller caller = Caller.Responding(status, body);
        return caller.TryAsync().GetAwaiter().GetResult();
    }

    private static string Log(string template, object value)
    {
        var sink = new JsonSink();
        using (Logger logger = new LoggerConfiguration().WriteTo.Sink(sink).CreateLogger())
        {
            logger.Information(template, value);
        }

        return sink.Text;
    }

    /// <summary>Keeps the message and all properties of what is logged.</summary>
    private sealed class JsonSink : ILogEventSink
    {
        public string Text { get; private set; } = "";

        public void Emit(LogEvent logEvent)
        {
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            new JsonFormatter(renderMessage: true).Format(logEvent, text);
            Text = text + logEvent.RenderMessage(CultureInfo.InvariantCulture);
        }
    }
}
