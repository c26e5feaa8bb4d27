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
        string text = lines.Replace("\r\n", "\n");
        if (text.IndexOfAny(s_otherLineEnds) >= 0)
        {
            throw new ArgumentException("A text of the slice has a line end of its own, behind which it would be code.", nameof(lines));
        }

        foreach (string line in text.Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', 4 * _depth).Append(line);
            }

            _text.Append('\n');
        }

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

    private sealed class OpenBlock(SourceWriter writer, string end) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer.Write("}" + end);
        }
    }
}
