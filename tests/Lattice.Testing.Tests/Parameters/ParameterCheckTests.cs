using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Parameters;

public sealed class ParameterCheckTests : IDisposable
{
    private readonly Caller _caller = Caller.Of(Slice.Responding(
        """
        {
          "thing": { "type": "object", "properties": {} },
          "node": { "type": "object", "properties": {
            "name": { "type": "string" }, "child": { "$ref": "#/components/schemas/node" } } }
        }
        """,
        """
        {
          "type": "object",
          "required": ["name"],
          "properties": {
            "name": { "type": "string", "maxLength": 40 },
            "note": { "type": "string" },
            "count": { "type": "integer" },
            "ratio": { "type": "number" },
            "price": { "type": "string", "format": "decimal" },
            "active": { "type": "boolean" },
            "at": { "type": "integer", "format": "unix-time" },
            "mode": { "type": "string", "enum": ["a", "b", "c"] },
            "single": { "type": "string", "enum": ["only"] },
            "open": { "type": "string", "enum": ["a"], "x-stripeBypassValidation": true },
            "clearable_enum": { "type": "string", "enum": ["", "a", "b"] },
            "clearable": { "anyOf": [ { "type": "integer" }, { "type": "string", "enum": [""] } ] },
            "clearable_list": { "anyOf": [
              { "type": "array", "items": { "type": "string" } }, { "type": "string", "enum": [""] } ] },
            "now_or_time": { "anyOf": [
              { "type": "string", "enum": ["now"] }, { "type": "integer", "format": "unix-time" } ] },
            "id_or_card": { "anyOf": [
              { "type": "object", "required": ["number"], "properties": { "number": { "type": "string" } } },
              { "type": "string", "maxLength": 5 } ] },
            "tags": { "type": "array", "items": { "type": "string", "maxLength": 3 } },
            "lines": { "type": "array", "items": {
              "type": "object", "required": ["price"],
              "properties": { "price": { "type": "string" }, "quantity": { "type": "integer" } } } },
            "metadata": { "type": "object", "additionalProperties": { "type": "string", "maxLength": 5 } },
            "counts": { "type": "object", "additionalProperties": { "type": "integer" } },
            "open_object": { "type": "object" },
            "empty_object": { "type": "object", "properties": {} },
            "closed_object": { "type": "object", "additionalProperties": false },
            "empty_or_text": { "anyOf": [
              { "type": "object", "properties": {} }, { "type": "string", "enum": [""] } ] },
            "tree": { "$ref": "#/components/schemas/node" }
          }
        }
        """));

    public void Dispose() => _caller.Dispose();

    [Theory]
    [InlineData("count=-9223372036854775808")]
    [InlineData("ratio=-1.25")]
    [InlineData("price=0.000000000001")]
    [InlineData("active=true")]
    [InlineData("active=false")]
    [InlineData("at=1700000000")]
    [InlineData("mode=b")]
    [InlineData("open=a")]
    [InlineData("clearable_enum=")]
    [InlineData("clearable_enum=a")]
    [InlineData("clearable=")]
    [InlineData("clearable=5")]
    [InlineData("clearable_list=")]
    [InlineData("clearable_list[0]=x")]
    [InlineData("now_or_time=now")]
    [InlineData("now_or_time=1700000000")]
    [InlineData("id_or_card=card")]
    [InlineData("id_or_card[number]=4242")]
    [InlineData("tags[0]=a&tags[1]=b")]
    [InlineData("tags[]=a&tags[]=b")]
    [InlineData("lines[0][price]=p&lines[0][quantity]=2&lines[1][price]=q")]
    [InlineData("metadata[any key]=value")]
    [InlineData("metadata[removed]=")]
    [InlineData("counts[a]=1")]
    [InlineData("open_object[a][b]=1")]
    [InlineData("open_object=")]
    [InlineData("empty_or_text=")]
    [InlineData("tree[child][child][name]=leaf")]
    public async Task Parameters_that_match_the_slice_are_accepted(string form)
    {
        Reply reply = await _caller.PostAsync("/v1/things", "name=n&" + form);

        Assert.True(reply.StatusCode == 200, reply.Body);
    }

    [Theory]
    [InlineData("count=1.5", "count", "Invalid integer: 1.5", "parameter_invalid_integer")]
    [InlineData("count=9223372036854775808", "count",
        "Invalid integer: 9223372036854775808", "parameter_invalid_integer")]
    [InlineData("count=%201", "count", "Invalid integer:  1", "parameter_invalid_integer")]
    [InlineData("count[a]=1", "count", "Invalid integer", null)]
    [InlineData("ratio=1e3", "ratio", "Invalid decimal: 1e3", null)]
    [InlineData("ratio=1,5", "ratio", "Invalid decimal: 1,5", null)]
    [InlineData("price=cheap", "price", "Invalid decimal: cheap", null)]
    [InlineData("active=yes", "active", "Invalid boolean: yes", null)]
    [InlineData("active=True", "active", "Invalid boolean: True", null)]
    [InlineData("at=tomorrow", "at",
        "Invalid timestamp: tomorrow; must be an integer Unix timestamp in seconds", "parameter_invalid_integer")]
    [InlineData("mode=d", "mode", "Invalid mode: must be one of a, b, or c", null)]
    [InlineData("single=other", "single", "Invalid single: must be one of only", null)]
    [InlineData("clearable_enum=d", "clearable_enum", "Invalid clearable_enum: must be one of a or b", null)]
    [InlineData("clearable=x", "clearable", "Invalid integer: x", "parameter_invalid_integer")]
    [InlineData("now_or_time=soon", "now_or_time",
        "Invalid timestamp: soon; must be an integer Unix timestamp in seconds", "parameter_invalid_integer")]
    [InlineData("id_or_card=too_long", "id_or_card", "Invalid string: too_long; must be at most 5 characters", null)]
    [InlineData("id_or_card[nope]=1", "id_or_card[nope]",
        "Received unknown parameter: id_or_card[nope]", "parameter_unknown")]
    [InlineData("tags=a", "tags", "Invalid array", null)]
    [InlineData("tags[x]=a", "tags", "Invalid array", null)]
    [InlineData("tags[0]=a&tags[1]=long", "tags[1]", "Invalid string: long; must be at most 3 characters", null)]
    [InlineData("lines[0]=a", "lines[0]", "Invalid object", null)]
    [InlineData("lines[0][quantity]=1", "lines[0][price]",
        "Missing required param: lines[0][price].", "parameter_missing")]
    [InlineData("lines[0][price]=p&lines[0][quantity]=x", "lines[0][quantity]",
        "Invalid integer: x", "parameter_invalid_integer")]
    [InlineData("metadata[key]=too long", "metadata[key]",
        "Invalid string: too long; must be at most 5 characters", null)]
    [InlineData("metadata[key][deeper]=x", "metadata[key]", "Invalid string", null)]
    [InlineData("counts[a]=x", "counts[a]", "Invalid integer: x", "parameter_invalid_integer")]
    [InlineData("empty_object[a]=x", "empty_object[a]",
        "Received unknown parameter: empty_object[a]", "parameter_unknown")]
    [InlineData("tree[child][child][nope]=x", "tree[child][child][nope]",
        "Received unknown parameter: tree[child][child][nope]", "parameter_unknown")]
    [InlineData("nope=1", "nope", "Received unknown parameter: nope", "parameter_unknown")]
    [InlineData("nope=1&neither=2", "nope", "Received unknown parameters: nope, neither", "parameter_unknown")]
    public async Task The_error_names_the_parameter_that_does_not_match(string form, string param, string message, string? code)
    {
        Reply reply = await _caller.PostAsync("/v1/things", "name=n&" + form);

        Assert.Equal(400, reply.StatusCode);
        Assert.Equal("invalid_request_error", reply.Error("type"));
        Assert.Equal(param, reply.Error("param"));
        Assert.Equal(message, reply.Error("message"));
        Assert.Equal(code, reply.Error("code"));
        Assert.Equal(
            code is null ? null : "https://stripe.com/docs/error-codes/" + code.Replace('_', '-'),
            reply.Error("doc_url"));
    }

    [Theory]
    [InlineData("name=", "name")]
    [InlineData("name=n&note=", "note")]
    [InlineData("name=n&count=", "count")]
    [InlineData("name=n&mode=", "mode")]
    [InlineData("name=n&tags=", "tags")]
    [InlineData("name=n&tags[0]=a&tags[1]=", "tags[1]")]
    [InlineData("name=n&now_or_time=", "now_or_time")]
    [InlineData("name=n&lines[0][price]=", "lines[0][price]")]
    [InlineData("name=n&counts=", "counts")]
    [InlineData("name=n&empty_object=", "empty_object")]
    [InlineData("name=n&closed_object=", "closed_object")]
    [InlineData("name=n&tree[child]=", "tree[child]")]
    public async Task A_value_that_cannot_be_cleared_must_not_be_empty(string form, string param)
    {
        Reply reply = await _caller.PostAsync("/v1/things", form);

        Assert.Equal(400, reply.StatusCode);
        Assert.Equal("parameter_invalid_empty", reply.Error("code"));
        Assert.Equal(param, reply.Error("param"));
        Assert.StartsWith(
            $"You passed an empty string for '{param}'.", reply.Error("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_string_of_white_space_is_blank()
    {
        Reply reply = await _caller.PostAsync("/v1/things", "name=+");

        Assert.Equal("parameter_invalid_string_blank", reply.Error("code"));
        Assert.Equal("name", reply.Error("param"));
        Assert.Equal(200, (await _caller.PostAsync("/v1/things", "name=n&note=+")).StatusCode);
    }

    [Fact]
    public async Task Lengths_are_counted_in_characters_and_long_strings_are_shortened_in_the_message()
    {
        string emoji = string.Concat(Enumerable.Repeat("🎉", 40));

        Reply fits = await _caller.PostAsync("/v1/things", "name=" + emoji);
        Reply tooLong = await _caller.PostAsync("/v1/things", "name=0123456789" + new string('x', 30) + "abcdefghij");

        Assert.Equal(200, fits.StatusCode);
        Assert.Equal(
            "Invalid string: 0123456789...abcdefghij; must be at most 40 characters", tooLong.Error("message"));
        Assert.Equal("name", tooLong.Error("param"));
    }

    [Fact]
    public async Task Unknown_parameters_are_reported_before_missing_ones_and_those_before_invalid_values()
    {
        Assert.Equal("parameter_unknown", (await _caller.PostAsync("/v1/things", "count=x&nope=1")).Error("code"));
        Assert.Equal("parameter_missing", (await _caller.PostAsync("/v1/things", "count=x")).Error("code"));
        Assert.Equal("count", (await _caller.PostAsync("/v1/things", "name=n&count=x&mode=d")).Error("param"));
    }
}
