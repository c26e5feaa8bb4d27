using System.Text;
using System.Text.RegularExpressions;
using Lattice.Slice.Files;
using Lattice.Spec.Json;
using SharpYaml;
using SharpYaml.Events;

namespace Lattice.Slice.Specifications;

/// <summary>
/// Converts YAML to JSON by the rules of YAML 1.2, as OpenAPI requires: numbers have the syntax of JSON, and true, false and null are the
/// only keywords. So <c>2023-09-12</c>, <c>yes</c>, <c>0o17</c>, <c>017</c> and all quoted text are strings. A number keeps all its digits.
/// </summary>
internal sealed partial class YamlConverter
{
    // The limit for expanded aliases: more than any document needs, but small enough to fail soon.
    private const int MaxLength = 256 * 1024 * 1024;

    private const string StringTag = "tag:yaml.org,2002:str";

    // The tags of plain scalars that are not strings, and of collections.
    private static readonly string[] s_plainTags =
    [
        "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:null",
        "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq",
    ];

    private readonly IParser _parser;
    private readonly StringBuilder _json = new();
    private readonly Dictionary<string, string> _anchors = new(StringComparer.Ordinal);
    private int _depth;

    private YamlConverter(string yaml) => _parser = Parser.CreateParser(new StringReader(yaml), JsonParser.MaxDepth + 1);

    /// <exception cref="YamlException">The text is not YAML, or has no equivalent in JSON; the exception has the position.</exception>
    public static string Convert(string yaml)
    {
        var converter = new YamlConverter(yaml);
        converter.ConvertDocument();
        return converter._json.ToString();
    }

    private void ConvertDocument()
    {
        Next<StreamStart>();
        if (Next<ParsingEvent>() is StreamEnd)
        {
            return;
        }

        ConvertNode(Next<ParsingEvent>());
        Next<DocumentEnd>();
        if (Next<ParsingEvent>() is not StreamEnd and var next)
        {
            throw Fail(next, "it contains more than one document");
        }
    }

    private void ConvertNode(ParsingEvent node)
    {
        int start = _json.Length;
        switch (node)
        {
            case AnchorAlias alias:
                Append(alias, _anchors.GetValueOrDefault(alias.Value)
                    ?? throw Fail(alias, $"the alias *{alias.Value} has no anchor before it"));
                return;
            case Scalar scalar:
                Append(scalar, IsString(scalar) ? Quote(scalar) : GetPlain(scalar));
                break;
            case SequenceStart sequence:
                ConvertSequence(sequence);
                break;
            case MappingStart mapping:
                ConvertMapping(mapping);
                break;
        }

        if (node is NodeEvent { Anchor: { Length: > 0 } anchor })
        {
            _anchors[anchor] = _json.ToString(start, _json.Length - start);
        }
    }

    private void ConvertSequence(SequenceStart sequence)
    {
        Enter(sequence, '[');
        bool isFirst = true;
        for (ParsingEvent item = Next<ParsingEvent>(); item is not SequenceEnd; item = Next<ParsingEvent>())
        {
            Separate(ref isFirst);
            ConvertNode(item);
        }

        Leave(']');
    }

    private void ConvertMapping(MappingStart mapping)
    {
        Enter(mapping, '{');
        var names = new HashSet<string>(StringComparer.Ordinal);
        bool isFirst = true;
        for (ParsingEvent item = Next<ParsingEvent>(); item is not MappingEnd; item = Next<ParsingEvent>())
        {
            if (item is not Scalar key)
            {
                throw Fail(item, "a key must be a string");
            }

            if (!names.Add(key.Value))
            {
                throw Fail(key, $"the key \"{key.Value}\" occurs twice in one object");
            }

            Separate(ref isFirst);
            Append(key, Quote(key));
            _json.Append(':');
            ConvertNode(Next<ParsingEvent>());
        }

        Leave('}');
    }

    private static bool IsString(Scalar scalar) => scalar.Tag is { Length: > 0 } tag
        ? tag is StringTag or "!" || (s_plainTags.Contains(tag) ? false : throw Fail(scalar, $"the tag {tag} has no equivalent in JSON"))
        : scalar.Style != ScalarStyle.Plain;

    private static string GetPlain(Scalar scalar) => scalar.Value switch
    {
        "" or "~" or "null" or "Null" or "NULL" => "null",
        "true" or "True" or "TRUE" => "true",
        "false" or "False" or "FALSE" => "false",
        var text when Number().IsMatch(text) => text,
        _ => Quote(scalar),
    };

    private void Enter(NodeEvent node, char bracket)
    {
        if (node.Tag is { Length: > 0 } tag && !s_plainTags.Contains(tag))
        {
            throw Fail(node, $"the tag {tag} has no equivalent in JSON");
        }

        if (++_depth > JsonParser.MaxDepth)
        {
            throw Fail(node, $"it has more than {JsonParser.MaxDepth} nested levels");
        }

        _json.Append(bracket);
    }

    private void Leave(char bracket)
    {
        _depth--;
        _json.Append(bracket);
    }

    private void Separate(ref bool isFirst)
    {
        _json.Append(isFirst ? "\n" : ",\n");
        isFirst = false;
    }

    private void Append(ParsingEvent node, string json)
    {
        if (_json.Length + json.Length > MaxLength)
        {
            throw Fail(node, "its expanded aliases are too long");
        }

        _json.Append(json);
    }

    private static string Quote(Scalar scalar)
    {
        for (int i = 0; i < scalar.Value.Length; i++)
        {
            if (char.IsSurrogate(scalar.Value[i]) && (i + 1 == scalar.Value.Length || !char.IsSurrogatePair(scalar.Value, i++)))
            {
                throw Fail(scalar, "it contains half of a surrogate pair");
            }
        }

        return JsonOutput.WriteCompact(scalar.Value);
    }

    private T Next<T>()
        where T : ParsingEvent => _parser.MoveNext() && _parser.Current is T next ? next
            : throw new SyntaxErrorException(_parser.Current!.Start, _parser.Current.End, "it ends unexpectedly");

    private static SemanticErrorException Fail(ParsingEvent node, string message) => new(node.Start, node.End, message);

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z")]
    private static partial Regex Number();
}
