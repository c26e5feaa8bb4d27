namespace Lattice.Analyzers.Secrets.Flow;

/// <summary>
/// What is known about each variable at one point of a method. Intermediate values of the compiler are variables as well.
/// </summary>
internal sealed class FlowState
{
    private readonly Dictionary<object, Traces> _variables;

    public FlowState()
        : this([])
    {
    }

    private FlowState(Dictionary<object, Traces> variables) => _variables = variables;

    public Traces this[object variable] => _variables.TryGetValue(variable, out Traces? traces) ? traces : Traces.None;

    public FlowState Clone() => new(new Dictionary<object, Traces>(_variables));

    public void Set(object variable, Traces traces)
    {
        if (traces.IsEmpty)
        {
            _variables.Remove(variable);
        }
        else
        {
            _variables[variable] = traces;
        }
    }

    public void Add(object variable, Traces traces) => Set(variable, this[variable].Union(traces));

    /// <summary>Adds what is known on another path to the same point.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool Join(FlowState other)
    {
        bool changed = false;
        foreach (KeyValuePair<object, Traces> variable in other._variables)
        {
            Traces own = this[variable.Key];
            Traces joined = own.Union(variable.Value);
            if (joined.Count > own.Count)
            {
                _variables[variable.Key] = joined;
                changed = true;
            }
        }

        return changed;
    }
}
