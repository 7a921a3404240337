using Memti.Simulation.PowerStates;

namespace Memti.Simulation.Components;

/// <summary>
/// Names and powers of the components of a machine by id. An id is a component's place in the registry. Components with power come first,
/// so that their ids are also the indices of power domains and of results.
/// </summary>
internal sealed class ComponentRegistry
{
    private readonly List<string> _names = [];
    private readonly List<ComponentPower> _powers = [];

    public IReadOnlyList<string> Names => _names;

    /// <summary>Powers of the components that have one; shape [components with power].</summary>
    public IReadOnlyList<ComponentPower> Powers => _powers;

    /// <summary>Adds a component with a power domain of its own.</summary>
    /// <returns>Its id.</returns>
    public int Add(ComponentPower power)
    {
        if (_names.Count != _powers.Count)
            throw new InvalidOperationException($"'{power.Name}' has power and comes after components without.");
        _powers.Add(power);
        return Add(power.Name);
    }

    /// <summary>Adds a component whose power is not modelled: it is always on and takes no energy.</summary>
    /// <returns>Its id.</returns>
    public int Add(string name)
    {
        _names.Add(name);
        return _names.Count - 1;
    }
}
