using System.Text;

namespace Lattice.Slice.Output;

/// <summary>Escapes the control characters, except for ends of lines, of everything that goes to another writer.</summary>
internal sealed class EscapingWriter(TextWriter writer) : TextWriter(writer.FormatProvider)
{
    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void Write(string? value) => writer.Write(Escape(value));

    public override void WriteLine(string? value) => writer.WriteLine(Escape(value));

    public override void WriteLine() => writer.WriteLine();

    public override Task WriteAsync(string? value) => writer.WriteAsync(Escape(value));

    public override Task WriteLineAsync(string? value) => writer.WriteLineAsync(Escape(value));

    public override void Flush() => writer.Flush();

    public override Task FlushAsync() => writer.FlushAsync();

    private static string? Escape(string? text) => text is null ? null : ControlCharacters.Escape(text);
}
