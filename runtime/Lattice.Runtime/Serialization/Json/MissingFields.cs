using System.Globalization;
using Lattice.Stripe.Buffers;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>
/// The required fields that an object lacks, as a run of numbers of fields in memory that all objects of a response
/// share: a list of objects that lack most of their fields takes little more memory than one of whole objects.
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

    /// <summary>The names, in the order in which they were added.</summary>
    public IReadOnlyList<string> Names => _names ??= GetNames();

    /// <summary>The names for a message, of which there may be many.</summary>
    public static string Describe(IReadOnlyList<string> names)
    {
        string[] named = new string[Math.Min(names.Count, DecodingLimits.NamedMissingFields)];
        for (int i = 0; i < named.Length; i++)
        {
            named[i] = names[i];
        }

        string text = string.Join(", ", named);
        return named.Length == names.Count ? text : $"{text}, and {(names.Count - named.Length).ToString(CultureInfo.InvariantCulture)} more";
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

    /// <summary>What all objects of a response lack.</summary>
    internal sealed class Table
    {
        // The fields that some object lacks, each once. There are no more of them than the types have.
        private readonly List<string> _types = [];
        private readonly List<string> _fields = [];
        private readonly List<string> _qualifiedNames = [];
        private GrowingBytes _numbers;
        private int _next;

        /// <summary>Each field once, as <c>Type.field</c>.</summary>
        public IReadOnlyList<string> Names => _qualifiedNames;

        /// <summary>Adds a field to the findings of an object.</summary>
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
        /// A run that can grow. Readers add all that an object lacks at once, so there is hardly ever something to
        /// copy.
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
            // Objects of a type lack its fields in the same order: the one that is looked for is probably one of the next.
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
