using System.Globalization;
using Lattice.Stripe.Buffers;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>
/// The required fields that an object lacks, as a range of field numbers in memory that all objects of a response share. A list of
/// objects that lack most of their fields needs little more memory than a list of complete objects.
/// </summary>
internal sealed class MissingFields
{
    private readonly Table _table;
    private readonly int _start;
    private int _end;
    private int _count;
    private string[]? _names;

    private MissingFields(Table table, int start)
    {
        _table = table;
        _start = start;
        _end = start;
    }

    /// <summary>The names in the order in which they were added.</summary>
    public IReadOnlyList<string> Names => _names ??= GetNames();

    /// <summary>Lists names for a message. Only the first names are listed if there are many.</summary>
    public static string Describe(IReadOnlyList<string> names)
    {
        string[] named = new string[Math.Min(names.Count, DecodingLimits.NamedMissingFields)];
        for (int i = 0; i < named.Length; i++)
        {
            named[i] = names[i];
        }

        string text = string.Join(", ", named);
        return named.Length == names.Count
            ? text
            : $"{text}, and {(names.Count - named.Length).ToString(CultureInfo.InvariantCulture)} more";
    }

    private string[] GetNames()
    {
        string[] names = new string[_count];
        ReadOnlySpan<byte> rest = _table.GetNumbers(_start, _end);
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = _table.GetName(GrowingBytes.TakeVariableLength(ref rest));
        }

        return names;
    }

    /// <summary>The missing fields of all objects of a response.</summary>
    internal sealed class Table
    {
        // The fields that at least one object lacks, each once. The fields of the types bound their number.
        private readonly List<string> _types = [];
        private readonly List<string> _fields = [];
        private readonly List<string> _qualifiedNames = [];
        private GrowingBytes _numbers;
        private int _next;

        /// <summary>Each field once, as <c>Type.field</c>.</summary>
        public IReadOnlyList<string> Names => _qualifiedNames;

        /// <summary>Adds a missing field to an object.</summary>
        public MissingFields Add(MissingFields? missing, string type, string field)
        {
            if (missing is null || missing._end != _numbers.Span.Length)
            {
                missing = CopyToEnd(missing);
            }

            _numbers.AppendVariableLength((ulong)GetNumber(type, field));
            missing._end = _numbers.Span.Length;
            missing._count++;
            return missing;
        }

        public ReadOnlySpan<byte> GetNumbers(int start, int end) => _numbers.Span[start..end];

        public string GetName(ulong number) => _fields[(int)number];

        /// <summary>
        /// Starts a range that can grow. Readers add all missing fields of an object at once, so there is seldom anything to copy.
        /// </summary>
        private MissingFields CopyToEnd(MissingFields? missing)
        {
            var copy = new MissingFields(this, _numbers.Span.Length);
            if (missing is not null)
            {
                _numbers.Append(GetNumbers(missing._start, missing._end).ToArray());
                copy._count = missing._count;
            }

            return copy;
        }

        private int GetNumber(string type, string field)
        {
            // Objects of a type lack its fields in the same order, so the field is probably one of the next.
            for (int i = 0; i < _fields.Count; i++)
            {
                int number = _next + i < _fields.Count ? _next + i : _next + i - _fields.Count;
                if (_fields[number] == field && _types[number] == type)
                {
                    _next = number + 1;
                    return number;
                }
            }

            _types.Add(type);
            _fields.Add(field);
            _qualifiedNames.Add($"{type}.{field}");
            _next = _fields.Count;
            return _fields.Count - 1;
        }
    }
}
