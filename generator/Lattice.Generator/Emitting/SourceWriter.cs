using System.Text;

namespace Lattice.Generator.Emitting;

/// <summary>Writes indented C#; lines end with LF wherever the generator runs.</summary>
/// <param name="cancellationToken">Ends the writing: an editor no longer wants the file.</param>
internal sealed class SourceWriter(CancellationToken cancellationToken = default)
{
    // What starts a line in C# besides LF; no emitter writes it, so it comes from a slice.
    private static readonly char[] s_otherLineEnds = ['\r', '\u0085', '\u2028', '\u2029'];

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes lines at the current indentation; an empty line gets none.</summary>
    /// <exception cref="OperationCanceledException">The writing was canceled.</exception>
    public SourceWriter Write(string lines = "")
    {
        cancellationToken.ThrowIfCancellationRequested();
        int start = 0;
        for (int end = lines.IndexOf('\n'); end >= 0; end = lines.IndexOf('\n', start))
        {
            // Text in the emitters' own source has the line ends of the file that it was compiled from.
            WriteLine(lines, start, end > start && lines[end - 1] == '\r' ? end - 1 : end);
            start = end + 1;
        }

        WriteLine(lines, start, lines.Length);
        return this;
    }

    /// <summary>Writes a line that starts at the margin, as a preprocessor directive does.</summary>
    public SourceWriter WriteAtMargin(string line)
    {
        _text.Append(line).Append('\n');
        return this;
    }

    /// <summary>Writes a header and an opening brace; the closing one, with what follows it, comes when the block is disposed.</summary>
    public IDisposable Block(string header, string end = "")
    {
        Write(header);
        Write("{");
        _depth++;
        return new OpenBlock(this, end);
    }

    public override string ToString() => _text.ToString();

    private void WriteLine(string lines, int start, int end)
    {
        if (lines.IndexOfAny(s_otherLineEnds, start, end - start) >= 0)
        {
            throw new ArgumentException("A text of the slice has a line end of its own, behind which it would be code.", nameof(lines));
        }

        if (end > start)
        {
            _text.Append(' ', 4 * _depth).Append(lines, start, end - start);
        }

        _text.Append('\n');
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
