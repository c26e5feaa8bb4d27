using System.Text;

namespace Lattice.Generator.Emitting;

/// <summary>Writes indented C#; lines end with LF wherever the generator runs.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes lines at the current indentation; an empty line gets none.</summary>
    public SourceWriter Write(string lines = "")
    {
        foreach (string line in lines.Replace("\r\n", "\n").Split('\n'))
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
