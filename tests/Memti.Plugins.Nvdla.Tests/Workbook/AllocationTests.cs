using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

public sealed class AllocationTests
{
    [Theory]
    [InlineData("resnet50", MachineOrganisation.DramOnly)]
    [InlineData("resnet50", MachineOrganisation.WithSram)]
    [InlineData("alexnet", MachineOrganisation.DramOnly)]
    [InlineData("alexnet", MachineOrganisation.WithSram)]
    public void The_cycles_of_a_network_are_counted_without_allocating(string network, MachineOrganisation organisation)
    {
        var options = new PlanOptions { Organisation = organisation };
        var model = new WorkbookModel(
            Plans.Shipped(network), organisation, options.FullMachine(), options.RulesFor(Plans.Shipped(network)));
        model.TotalCycles();
        long before = GC.GetAllocatedBytesForCurrentThread();
        model.TotalCycles();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
