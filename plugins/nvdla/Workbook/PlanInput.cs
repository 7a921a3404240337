namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Inputs of a plan.</summary>
/// <param name="Organisation">Placement of weights and features.</param>
/// <param name="Machine">The machine.</param>
/// <param name="Rules">The rules.</param>
/// <param name="PowerScale">Power at the node over the power at 16 nm.</param>
internal sealed record PlanInput(MachineOrganisation Organisation, Machine Machine, WorkbookRules Rules, double PowerScale);
