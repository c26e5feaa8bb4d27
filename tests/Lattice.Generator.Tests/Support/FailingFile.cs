using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Generator.Tests.Support;

/// <summary>A slice whose first reader gets an unexpected exception.</summary>
internal sealed class FailingFile(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) =>
        new FailingText(SourceText.From(text, Encoding.UTF8));

    private sealed class FailingText(SourceText text) : SourceText
    {
        private bool _hasFailed;

        public override Encoding? Encoding => text.Encoding;

        public override int Length => text.Length;

        public override char this[int position] => text[position];

        public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) =>
            text.CopyTo(sourceIndex, destination, destinationIndex, count);

        public override string ToString(TextSpan span)
        {
            if (!_hasFailed)
            {
                _hasFailed = true;
                throw new NotSupportedException("Nobody expects it.");
            }

            return text.ToString(span);
        }
    }
}
