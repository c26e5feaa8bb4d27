using System.Runtime.CompilerServices;

namespace Lattice.Spec.Json;

/// <summary>A position in a text, counted as in compilers.</summary>
/// <param name="Line">The line, from 0.</param>
/// <param name="Column">The column in UTF-16 code units, from 0.</param>
internal readonly record struct LineColumn(int Line, int Column);

/// <summary>Maps the locations in a JSON document to lines and columns of its text.</summary>
internal sealed class JsonSourceMap
{
    private readonly JsonValue? _root;
    private readonly int _errorOffset;
    private readonly int _length;
    private readonly List<int> _lineStarts;

    private JsonSourceMap(string text, JsonValue? root, int errorOffset)
    {
        _root = root;
        _errorOffset = errorOffset;
        _length = text.Length;
        _lineStarts = FindLineStarts(text);
    }

    public static JsonSourceMap Create(string text, JsonValue root) => new(text, root, errorOffset: 0);

    /// <summary>The map of an invalid text: every pointer refers to the error.</summary>
    public static JsonSourceMap Create(string text, InvalidJson error) => new(text, root: null, error.Offset);

    /// <summary>
    /// The position of a value: that of its name in an object, otherwise that of its start. A pointer to nothing gives the position of the
    /// last value on its path.
    /// </summary>
    public LineColumn Find(JsonPointer pointer)
    {
        if (_root is null)
        {
            return Find(_errorOffset);
        }

        JsonValue value = _root;
        foreach (string segment in pointer.Segments)
        {
            if (value.FindChild(segment) is not { } child)
            {
                break;
            }

            value = child;
        }

        return Find(value.Offset);
    }

    /// <param name="offset">UTF-16 code units from the start of the text.</param>
    public LineColumn Find(int offset)
    {
        int position = Math.Min(offset, _length);
        int index = _lineStarts.BinarySearch(position);
        int line = index >= 0 ? index : ~index - 1;
        return new LineColumn(line, position - _lineStarts[line]);
    }

    // The line ends of C#: the compiler counts the lines of every file by them.
    [MethodImpl(HotPath.Optimized)]
    private static List<int> FindLineStarts(string text)
    {
        List<int> starts = [0];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\u0085' or '\u2028' or '\u2029'
                || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return starts;
    }
}
