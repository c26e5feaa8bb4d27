namespace Lattice.Stripe.Testing.Responses;

/// <summary>The file that operations return whose response is not JSON.</summary>
internal static class SampleFile
{
    /// <summary>A PDF with one empty page, which viewers open.</summary>
    public static readonly byte[] Content = """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF

        """u8.ToArray();
}
