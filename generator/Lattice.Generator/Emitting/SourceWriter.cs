using System.Text;

namespace Lattice.Generator.Emitting;

/// <summary>Writes indented C#; lines end with LF wherever the generator runs.</summary>
/// <param name="names">Shortens the full names, which start with <c>global::</c>; <see langword="null"/> to keep them.</param>
/// <param name="cancellationToken">Cancels the writing, if an editor no longer needs the file.</param>
internal sealed class SourceWriter(NameShortener? names, CancellationToken cancellationToken = default)
{
    // The line breaks of C# other than LF. No emitter writes one, so one comes from a slice.
    private static readonly char[] s_otherLineBreaks = ['\r', '\u0085', '\u2028', '\u2029'];

    private const int MaxWidth = 140;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes lines at the current indentation; empty lines are not indented.</summary>
    /// <exception cref="OperationCanceledException">The writing was canceled.</exception>
    public SourceWriter Write(string lines = "")
    {
        cancellationToken.ThrowIfCancellationRequested();
        int start = 0;
        for (int end = lines.IndexOf('\n'); end >= 0; end = lines.IndexOf('\n', start))
        {
            // Text of the emitters has the line breaks of the file that it was compiled from.
            WriteLine(lines, start, end > start && lines[end - 1] == '\r' ? end - 1 : end);
            start = end + 1;
        }

        WriteLine(lines, start, lines.Length);
        return this;
    }

    /// <summary>
    /// Writes a header, if there is one, and an opening brace. Disposing the block writes the closing brace and the text after it.
    /// </summary>
    public IDisposable Block(string? header, string end = "")
    {
        if (header is not null)
        {
            Write(header);
        }

        Write("{");
        _depth++;
        return new OpenBlock(this, end);
    }

    /// <summary>Indents what is written until the result is disposed.</summary>
    public IDisposable Indent()
    {
        _depth++;
        return new Indentation(this);
    }

    /// <summary>Writes a header with a block on one line, or on several if the line would be too long.</summary>
    public void WriteBlock(string header, params string[] statements)
    {
        string line = $"{header} {{ {string.Join(" ", statements)} }}";
        if (Fits(line))
        {
            Write(line);
            return;
        }

        using (Block(header))
        {
            foreach (string statement in statements)
            {
                Write(statement);
            }
        }
    }

    /// <summary>Writes a statement that starts with a list, with line breaks where the lines would be too long.</summary>
    public void WriteList(string start, IEnumerable<string> items)
    {
        string line = start;
        string separator = " ";
        foreach (string item in items)
        {
            if (!Fits(line + separator + item + ","))
            {
                Write(line + separator.TrimEnd());
                (line, separator) = ("   ", " ");
            }

            line += separator + item;
            separator = ", ";
        }

        Write(line + ";");
    }

    /// <summary>Joins two parts of a line, with a line break if the line would be too long.</summary>
    public string Join(string start, string end) => Fits($"{start} {end}") ? $"{start} {end}" : $"{start}\n    {end}";

    /// <summary>Shortens the names in a text before it is wrapped.</summary>
    public string Shorten(string text) => names?.Shorten(text) ?? text;

    public override string ToString() => _text.ToString();

    private bool Fits(string line) => (4 * _depth) + Shorten(line).Length <= MaxWidth;

    private void WriteLine(string lines, int start, int end)
    {
        if (lines.IndexOfAny(s_otherLineBreaks, start, end - start) >= 0)
        {
            throw new ArgumentException("A text of the slice contains a line break; the rest of it would be code.", nameof(lines));
        }

        if (end > start)
        {
            _text.Append(' ', 4 * _depth);
            if (lines.IndexOf(NameShortener.Global, start, end - start, StringComparison.Ordinal) < 0)
            {
                _text.Append(lines, start, end - start);
            }
            else
            {
                _text.Append(Shorten(lines.Substring(start, end - start)));
            }
        }

        _text.Append('\n');
    }

    private sealed class Indentation(SourceWriter writer) : IDisposable
    {
        public void Dispose() => writer._depth--;
    }

    private sealed class OpenBlock(SourceWriter writer, string end) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer.Write("}" + end);
        }
    }
}
