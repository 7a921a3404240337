using Memti.Abstractions.Arrays;
using Memti.Arrays.Organisations;

namespace Memti.Arrays.Search;

/// <summary>A Pareto front: banks of which none is at least as good as another on every axis.</summary>
/// <param name="axes">The targets of the front.</param>
internal sealed class ParetoFront(IReadOnlyList<ArrayTarget> axes)
{
    private readonly List<(double[] Values, BankGrid Grid, MatKey Mat)> _members = [];

    /// <summary>The banks on the front, ordered by the first axis.</summary>
    public IEnumerable<(BankGrid Grid, MatKey Mat)> Banks =>
        _members.OrderBy(static member => member.Values[0]).Select(static member => (member.Grid, member.Mat));

    /// <summary>Adds a bank unless a member is at least as good, and removes members that it dominates.</summary>
    public void Offer(in BankMetrics metrics, in BankGrid grid, in MatKey mat)
    {
        Span<double> values = stackalloc double[axes.Count];
        for (int axis = 0; axis < values.Length; axis++)
            values[axis] = metrics.Of(axes[axis]);
        for (int member = 0; member < _members.Count; member++)
        {
            if (!IsAsGood(_members[member].Values, values))
                continue;
            // A member that dominates one candidate tends to dominate the next: move it forward. The front itself does not depend on this
            // order.
            if (member > 0)
                (_members[member], _members[member / 2]) = (_members[member / 2], _members[member]);
            return;
        }

        double[] kept = values.ToArray();
        _members.RemoveAll(member => IsAsGood(kept, member.Values));
        _members.Add((kept, grid, mat));
    }

    private static bool IsAsGood(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        for (int axis = 0; axis < one.Length; axis++)
        {
            if (one[axis] > other[axis])
                return false;
        }

        return true;
    }
}
