using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Onboarding.Pages;

/// <summary>HTML that is safe to send, because every value in it is encoded.</summary>
internal readonly struct Html
{
    private readonly string? _text;

    private Html(string text) => _text = text;

    /// <summary>Creates HTML from an interpolated string. Literal parts are markup; values are encoded unless they are HTML.</summary>
    public static Html Of(ref Template template) => new(template.GetText());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts));

    public override string ToString() => _text ?? "";

    /// <summary>Put attribute values in double quotes; an encoded value cannot contain one.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Template(int literalLength, int formattedCount)
    {
        private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

        private readonly StringBuilder _text = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(Html html) => _text.Append(html.ToString());

        public void AppendFormatted(string? value) => _text.Append(s_encoder.Encode(value ?? ""));

        public void AppendFormatted(int value) => _text.Append(value.ToString(CultureInfo.InvariantCulture));

        public string GetText() => _text.ToString();
    }
}
