using Memti.Abstractions.Training;
using Memti.Training.Faults;

namespace Memti.Training.Tests;

public sealed class RetrainingTests : IDisposable
{
    private static readonly StoredTensor Shared = new("shared", ParameterPart.Shared, [3000], 8);
    private static readonly StoredTensor Task = new("task", ParameterPart.Task, [3000], 8);

    private readonly FakeTrainer _trainer = new(Shared, Task);

    public void Dispose() => _trainer.Dispose();

    [Fact]
    public void On_one_chip_the_same_cells_are_weak_at_every_step_and_shared_ones_are_read_once()
    {
        Steps(FaultMode.Fixed, 3);

        Of("shared").ShouldHaveSingleItem();
        Of("task").Count.ShouldBe(3);
        Of("task").ShouldAllBe(codes => codes.SequenceEqual(Of("task")[0]));
        Of("task")[0].ShouldNotBe(FakeTrainer.Codes(Task));
    }

    [Fact]
    public void With_fresh_maps_every_step_has_faults_of_its_own_in_both_regions()
    {
        Steps(FaultMode.Fresh, 3);

        foreach (string region in new[] { "shared", "task" })
        {
            Of(region).Count.ShouldBe(3);
            Of(region)[0].ShouldNotBe(Of(region)[1]);
            Of(region)[1].ShouldNotBe(Of(region)[2]);
        }
    }

    [Fact]
    public void The_map_of_a_step_depends_on_its_number_alone()
    {
        Steps(FaultMode.Fresh, 3);
        ushort[] third = Of("task")[2];
        _trainer.Substituted.Clear();

        Retraining(FaultMode.Fresh).BeforeStep(2);

        Of("task")[0].ShouldBe(third);
    }

    [Fact]
    public void Chips_steps_and_validation_have_different_maps() =>
        new[] { FaultMap.OfChip(1, 0), FaultMap.OfChip(1, 1), FaultMap.OfStep(1, 0), FaultMap.OfStep(1, 1), FaultMap.OfValidation(1, 0) }
            .SelectMany(static map => new[] { map.Shared, map.Task }).ShouldBeUnique();

    [Fact]
    public void Validation_reads_anew_what_will_be_stored()
    {
        Retraining retraining = Retraining(FaultMode.Fixed);
        retraining.BeforeStep(0);

        retraining.Validate(Bench.Data.Validation, CancellationToken.None);
        retraining.BeforeStep(1);

        Of("shared").Count.ShouldBe(3);
        Of("shared").ShouldAllBe(codes => codes.SequenceEqual(Of("shared")[0]));
    }

    private List<ushort[]> Of(string tensor) =>
        [.. _trainer.Substituted.Where(substituted => substituted.Tensor == tensor).Select(static substituted => substituted.Codes)];

    private void Steps(FaultMode mode, int count)
    {
        Retraining retraining = Retraining(mode);
        for (int step = 0; step < count; step++)
            retraining.BeforeStep(step);
    }

    private Retraining Retraining(FaultMode mode)
    {
        var regions = new MemoryRegions(Bench.Catalog);
        var memory = Bench.Rram("bits_per_cell=3", "value_cells=3+3+2");
        return new Retraining(
            new WeightFaults(_trainer.Guarded, regions.Of(memory), regions.Of(memory)), mode, seed: 3, chip: 4, pruned: 0);
    }
}
