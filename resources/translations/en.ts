<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BesideCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardExport</name>
    <message numerus="yes">
        <source>%n finding(s) written</source>
        <translation>
            <numerusform>%n finding written</numerusform>
            <numerusform>%n findings written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message numerus="yes">
        <source>%n day(s) off</source>
        <translation>
            <numerusform>%n day off</numerusform>
            <numerusform>%n days off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weekend day(s) worked</source>
        <translation>
            <numerusform>%n weekend day worked</numerusform>
            <numerusform>%n weekend days worked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were taken over.</source>
        <translation>
            <numerusform>%n row was taken over.</numerusform>
            <numerusform>%n rows were taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n provisional deadline(s) were counted again.</source>
        <translation>
            <numerusform>%n provisional deadline was counted again.</numerusform>
            <numerusform>%n provisional deadlines were counted again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them got another day.</source>
        <translation>
            <numerusform>%n of them got another day.</numerusform>
            <numerusform>%n of them got another day.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CameraDialog</name>
    <message numerus="yes">
        <source>%n photo(s) taken</source>
        <translation>
            <numerusform>%n photo taken</numerusform>
            <numerusform>%n photos taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CampaignsScreen</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>begins in %n day(s)</source>
        <translation>
            <numerusform>begins in %n day</numerusform>
            <numerusform>begins in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseScreen</name>
    <message numerus="yes">
        <source>%n finding(s) not ordered to be rectified yet</source>
        <translation>
            <numerusform>%n finding not ordered to be rectified yet</numerusform>
            <numerusform>%n findings not ordered to be rectified yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CasesScreen</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open finding(s)</source>
        <translation>
            <numerusform>%n open finding</numerusform>
            <numerusform>%n open findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message numerus="yes">
        <source>%n test(s) of the workbook passed</source>
        <translation>
            <numerusform>%n test of the workbook passed</numerusform>
            <numerusform>%n tests of the workbook passed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message numerus="yes">
        <source>%n working day(s) left</source>
        <translation>
            <numerusform>%n working day left</numerusform>
            <numerusform>%n working days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) overdue</source>
        <translation>
            <numerusform>%n working day overdue</numerusform>
            <numerusform>%n working days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DesignerScreen</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeviceScreen</name>
    <message numerus="yes">
        <source>Nothing is open; %n finding(s) were settled</source>
        <translation>
            <numerusform>Nothing is open; %n finding was settled</numerusform>
            <numerusform>Nothing is open; %n findings were settled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentSide</name>
    <message numerus="yes">
        <source>Print again, %n copy(s)</source>
        <translation>
            <numerusform>Print again, %n copy</numerusform>
            <numerusform>Print again, %n copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print %n copy(s)</source>
        <translation>
            <numerusform>Print %n copy</numerusform>
            <numerusform>Print %n copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndPanel</name>
    <message numerus="yes">
        <source>%n thing(s) still missing</source>
        <translation>
            <numerusform>%n thing still missing</numerusform>
            <numerusform>%n things still missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All have signed; %n thing(s) still missing</source>
        <translation>
            <numerusform>All have signed; %n thing still missing</numerusform>
            <numerusform>All have signed; %n things still missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnterpriseRows</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EquipmentFilters</name>
    <message numerus="yes">
        <source>Due within %n day(s)</source>
        <translation>
            <numerusform>Due within %n day</numerusform>
            <numerusform>Due within %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expires within %n day(s)</source>
        <translation>
            <numerusform>Expires within %n day</numerusform>
            <numerusform>Expires within %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EquipmentList</name>
    <message numerus="yes">
        <source>%n more row(s) of this kind</source>
        <translation>
            <numerusform>%n more row of this kind</numerusform>
            <numerusform>%n more rows of this kind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EquipmentScreen</name>
    <message numerus="yes">
        <source>%n piece(s), the next test first</source>
        <translation>
            <numerusform>%n piece, the next test first</numerusform>
            <numerusform>%n pieces, the next test first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n record(s) written</source>
        <translation>
            <numerusform>%n record written</numerusform>
            <numerusform>%n records written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s), of {versions} version(s) of the form</source>
        <translation>
            <numerusform>%n record, versions of the form: {versions}</numerusform>
            <numerusform>%n records, versions of the form: {versions}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FillContext</name>
    <message numerus="yes">
        <source>%n more on the card</source>
        <translation>
            <numerusform>%n more on the card</numerusform>
            <numerusform>%n more on the card</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FillOutline</name>
    <message numerus="yes">
        <source>{title}, %n fail(s), {answered} of {asked} answered</source>
        <translation>
            <numerusform>{title}, %n fail, {answered} of {asked} answered</numerusform>
            <numerusform>{title}, %n fails, {answered} of {asked} answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingDetail</name>
    <message numerus="yes">
        <source>handed in by the enterprise on {day} ({name}), %n photos</source>
        <translation>
            <numerusform>handed in by the enterprise on {day} ({name}), %n photo</numerusform>
            <numerusform>handed in by the enterprise on {day} ({name}), %n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthCard</name>
    <message numerus="yes">
        <source>%n unaccounted for</source>
        <translation>
            <numerusform>%n unaccounted for</numerusform>
            <numerusform>%n unaccounted for</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message numerus="yes">
        <source>%n unaccounted for</source>
        <translation>
            <numerusform>%n unaccounted for</numerusform>
            <numerusform>%n unaccounted for</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldCard</name>
    <message numerus="yes">
        <source>%n item(s) held back</source>
        <translation>
            <numerusform>%n item held back</numerusform>
            <numerusform>%n items held back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IssuePanel</name>
    <message numerus="yes">
        <source>%n copy(s) in all</source>
        <translation>
            <numerusform>%n copy in all</numerusform>
            <numerusform>%n copies in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Issue and print %n copy(s)</source>
        <translation>
            <numerusform>Issue and print %n copy</numerusform>
            <numerusform>Issue and print %n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IssueScreen</name>
    <message numerus="yes">
        <source>%n thing(s) must be put right first</source>
        <translation>
            <numerusform>%n thing must be put right first</numerusform>
            <numerusform>%n things must be put right first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) passed, signed by {names}</source>
        <translation>
            <numerusform>%n check passed, signed by {names}</numerusform>
            <numerusform>%n checks passed, signed by {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinesDialog</name>
    <message numerus="yes">
        <source>%n cell(s) to put right in the file first</source>
        <translation>
            <numerusform>%n cell to put right in the file first</numerusform>
            <numerusform>%n cells to put right in the file first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), judged as below</source>
        <translation>
            <numerusform>%n line, judged as below</numerusform>
            <numerusform>%n lines, judged as below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumbersPage</name>
    <message numerus="yes">
        <source>%n number(s) left</source>
        <translation>
            <numerusform>%n number left</numerusform>
            <numerusform>%n numbers left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfficeForm</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfficersScreen</name>
    <message numerus="yes">
        <source>%n in office</source>
        <translation>
            <numerusform>%n in office</numerusform>
            <numerusform>%n in office</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnTables</name>
    <message numerus="yes">
        <source>%n row(s) to be checked</source>
        <translation>
            <numerusform>%n row to be checked</numerusform>
            <numerusform>%n rows to be checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the bureau's own</source>
        <translation>
            <numerusform>%n row of the bureau's own</numerusform>
            <numerusform>%n rows of the bureau's own</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeriodDialog</name>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calendar day(s)</source>
        <translation>
            <numerusform>%n calendar day</numerusform>
            <numerusform>%n calendar days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PickSeveral</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemarkCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in order</source>
        <translation>
            <numerusform>%n thing in order</numerusform>
            <numerusform>%n things in order</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignaturePanel</name>
    <message numerus="yes">
        <source>%n stroke(s)</source>
        <translation>
            <numerusform>%n stroke</numerusform>
            <numerusform>%n strokes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SitesScreen</name>
    <message numerus="yes">
        <source>%n enterprise(s)</source>
        <translation>
            <numerusform>%n enterprise</numerusform>
            <numerusform>%n enterprises</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusFeed</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline, %n to send</source>
        <translation>
            <numerusform>Offline, %n to send</numerusform>
            <numerusform>Offline, %n to send</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Show all %n</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) not at the bureau yet</source>
        <translation>
            <numerusform>%n item not at the bureau yet</numerusform>
            <numerusform>%n items not at the bureau yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are in {file}.</source>
        <translation>
            <numerusform>%n row is in {file}.</numerusform>
            <numerusform>%n rows are in {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message numerus="yes">
        <source>%n more in the cases</source>
        <translation>
            <numerusform>%n more in the cases</numerusform>
            <numerusform>%n more in the cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more · show more</source>
        <translation>
            <numerusform>%n more · show more</numerusform>
            <numerusform>%n more · show more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trace</name>
    <message numerus="yes">
        <source>Drawing of %n point(s)</source>
        <translation>
            <numerusform>Drawing of %n point</numerusform>
            <numerusform>Drawing of %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TraceQuestion</name>
    <message numerus="yes">
        <source>%n line(s) could not be read as points and were left out.</source>
        <translation>
            <numerusform>%n line could not be read as a point and was left out.</numerusform>
            <numerusform>%n lines could not be read as points and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) are kept as they are; clear them to enter others.</source>
        <translation>
            <numerusform>%n point is kept as it is; clear it to enter others.</numerusform>
            <numerusform>%n points are kept as they are; clear them to enter others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An area needs at least three points; %n more. Several may be pasted at once, one on a line.</source>
        <translation>
            <numerusform>An area needs at least three points; %n more. Several may be pasted at once, one on a line.</numerusform>
            <numerusform>An area needs at least three points; %n more. Several may be pasted at once, one on a line.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A line needs at least two points; %n more. Several may be pasted at once, one on a line.</source>
        <translation>
            <numerusform>A line needs at least two points; %n more. Several may be pasted at once, one on a line.</numerusform>
            <numerusform>A line needs at least two points; %n more. Several may be pasted at once, one on a line.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>audit</name>
    <message numerus="yes">
        <source>%n break(s) found.</source>
        <translation>
            <numerusform>%n break found.</numerusform>
            <numerusform>%n breaks found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>finding</name>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calendar day(s)</source>
        <translation>
            <numerusform>%n calendar day</numerusform>
            <numerusform>%n calendar days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set by hand: %n calendar day(s)</source>
        <translation>
            <numerusform>Set by hand: %n calendar day</numerusform>
            <numerusform>Set by hand: %n calendar days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>place</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recovery</name>
    <message numerus="yes">
        <source>%n draft(s) recovered</source>
        <translation>
            <numerusform>%n draft recovered</numerusform>
            <numerusform>%n drafts recovered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>restore</name>
    <message numerus="yes">
        <source>%n entry(s) kept that cannot be shown: what they change is lost.</source>
        <translation>
            <numerusform>%n entry kept that cannot be shown: what it changes is lost.</numerusform>
            <numerusform>%n entries kept that cannot be shown: what they change is lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stick</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) and file(s)</source>
        <translation>
            <numerusform>%n photo or file</numerusform>
            <numerusform>%n photos and files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) or file(s) are not on it: they are not on this computer or there was no room in one bundle. They follow in the next.</source>
        <translation>
            <numerusform>%n photo or file is not on it: it is not on this computer or there was no room in one bundle. It follows in the next.</numerusform>
            <numerusform>%n photos and files are not on it: they are not on this computer or there was no room in one bundle. They follow in the next.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) received there</source>
        <translation>
            <numerusform>%n entry received there</numerusform>
            <numerusform>%n entries received there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) and file(s) kept</source>
        <translation>
            <numerusform>%n photo or file kept</numerusform>
            <numerusform>%n photos and files kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held for a decision</source>
        <translation>
            <numerusform>%n held for a decision</numerusform>
            <numerusform>%n held for a decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of others taken in here</source>
        <translation>
            <numerusform>%n of others taken in here</numerusform>
            <numerusform>%n of others taken in here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) and file(s)</source>
        <translation>
            <numerusform>%n photo or file</numerusform>
            <numerusform>%n photos and files</numerusform>
        </translation>
    </message>
</context>
</TS>
