namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>On what a network is planned.</summary>
/// <param name="Organisation">Where weights and features are.</param>
/// <param name="Machine">The machine.</param>
/// <param name="Rules">The rules.</param>
/// <param name="PowerScale">Power at the node over that at 16 nm.</param>
internal sealed record PlanInput(MachineOrganisation Organisation, Machine Machine, WorkbookRules Rules, double PowerScale);
