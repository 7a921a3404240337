namespace Memti.Runs.Networks;

/// <summary>Which parameters of a network the tasks share.</summary>
public enum ParameterSharing
{
    /// <summary>None: each task has a whole network of its own.</summary>
    None,

    /// <summary>All but those of the last fully connected layer, the classifier.</summary>
    Backbone,
}
