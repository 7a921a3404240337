using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Figures;
using Memti.Scenarios.Bindings;
using Memti.Scenarios.Designs;
using Memti.Simulation.Systems;

namespace Memti.Runs.Planning;

/// <summary>Plans inferences on the accelerators of a design.</summary>
/// <param name="parts">What was planned before.</param>
/// <param name="factory">Makes accelerators.</param>
/// <param name="model">The networks.</param>
/// <param name="placement">Memories by role.</param>
/// <param name="memories">Names of the memories.</param>
internal sealed class AcceleratorPlanner(
    PlannedParts parts, ComponentFactory factory, PlannedModel model, Placement placement, IReadOnlyList<string> memories)
{
    /// <summary>The plans of all accelerators.</summary>
    /// <exception cref="MemtiException">An accelerator cannot run a task that no other one runs.</exception>
    public PlannedInferences Of(DesignScenario design)
    {
        bool isAlone = design.OtherAccelerators.Count == 0;
        PlannedInferences first = DiagnosticLocation.Findings(design.Accelerator, () => Infer(design.Accelerator, mustRunAll: isAlone));
        if (isAlone)
            return first;
        PlannedInferences all = first with
        {
            Others = [.. design.OtherAccelerators.Select(other => DiagnosticLocation.Findings(other.Component, () => UnitOf(other)))],
        };
        for (int task = 0; task < model.Tasks.Count; task++)
        {
            // The first one says why it cannot.
            if (all.Plans[task] is null && all.Others.All(other => other.Plans[task] is null))
                DiagnosticLocation.Findings(
                    design.Accelerator, () => Plan(design.Accelerator, factory.Accelerator(design.Accelerator), task));
        }

        return all;
    }

    private AcceleratorUnit UnitOf(NamedAccelerator other)
    {
        PlannedInferences inferences = Infer(other.Component, mustRunAll: false);
        return new AcceleratorUnit(other.Name, inferences.Figures, inferences.Plans);
    }

    private PlannedInferences Infer(ComponentSpec component, bool mustRunAll)
    {
        var question = new InferenceQuestion(
            PlannedParts.KeyOf(component) + (mustRunAll ? "" : "\nbeside others"), model, placement, string.Join(',', memories));
        return parts.Inferences(question, () =>
        {
            IAccelerator accelerator = factory.Accelerator(component);
            return new PlannedInferences(
                [.. model.Tasks.Select(
                    (_, task) => mustRunAll ? Plan(component, accelerator, task) : PlanIfItCan(component, accelerator, task))],
                FigureCheck.Accelerator(factory.Call(component, "Figures", () => accelerator.Figures)));
        });
    }

    private InferencePlan? PlanIfItCan(ComponentSpec component, IAccelerator accelerator, int task)
    {
        try
        {
            return Plan(component, accelerator, task);
        }
        catch (MemtiException error) when (error.Diagnostic.Code == DiagnosticCode.UnsupportedLayer)
        {
            return null;
        }
    }

    private InferencePlan Plan(ComponentSpec component, IAccelerator accelerator, int task)
    {
        InferencePlan plan = factory.Call(component, "Plan", () => accelerator.Plan(model.Networks[task], placement));
        return FigureCheck.Plan(model.Tasks[task].Name, plan, memories);
    }
}
