namespace Lattice.TestSupport.Documentation;

/// <summary>Examples as the data of a theory.</summary>
public static class ExampleData
{
    /// <summary>The page and the number of each example that is selected.</summary>
    public static TheoryData<string, int> Of(Func<CodeExample, bool> isSelected)
    {
        var data = new TheoryData<string, int>();
        foreach (CodeExample example in CodeExample.All.Where(isSelected))
        {
            data.Add(example.Page, example.Number);
        }

        return data;
    }
}
