namespace Memti.Plugins.Nvdla.Tests;

public sealed class AllocationTests
{
    [Theory]
    [InlineData("resnet50", Organisation.DramOnly)]
    [InlineData("resnet50", Organisation.WithSram)]
    [InlineData("alexnet", Organisation.DramOnly)]
    [InlineData("alexnet", Organisation.WithSram)]
    public void The_cycles_of_a_network_are_counted_without_allocating(string network, Organisation organisation)
    {
        var options = new PlanOptions { Organisation = organisation };
        var model = new WorkbookModel(Plans.Shipped(network), organisation, options.FullMachine(), options.RulesFor(Plans.Shipped(network)));
        model.TotalCycles();
        long before = GC.GetAllocatedBytesForCurrentThread();
        model.TotalCycles();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
