<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Chip</name>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held in quarantine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To re-check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n working day(s) left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n day(s) left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n working day(s) overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n day(s) overdue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N/A</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on this disk, then go on. What was saved before is safe; what you just typed is still on the screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder may not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the right to write in this folder, or start the program with another one. Nothing in it was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the other window or wait until the backup or virus scanner has finished, then try again. Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the data on this disk is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not delete anything. The second journal and the backups hold what was recorded: call the bureau&apos;s administrator, who can rebuild the store from them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These data were made by a newer version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newer version of the program to open them. Nothing in them was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data cannot be unlocked with this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the password, or log in to this computer as the user who made them. Nothing in them was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder holds no inspection data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder that holds store.db, or start with an empty one. Nothing in the folder was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database library is too old to be safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found {found}, needed {needed}: install the program again as it is delivered. The data were not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it lies on a stick or a network drive, connect it and start again. Nothing new was begun in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {size}, at most {limit} can be kept. Choose a smaller one. The record is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file could not be read to its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk or the stick and try again. Nothing else was touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program is already open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its window was brought to the front; this second copy closes. Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder is in use on another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program there ({host}), then start again. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page did not come out of the printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer says: {reason}. Check paper and cable and print again, or save the PDF. The document itself is issued and kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect one, or choose a picture file instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved is safe. A report was written to {file}: please hand it to support, then go on or start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credit code is not right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}: {problem}. Compare it with the licence and type it again; the enterprise was not saved, what you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This enterprise is already in the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{uscc} belongs to {name}. Open that card instead of making a second one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the name as it stands on the licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may belong to another inspector or another device. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This paper is finished and cannot be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new paper that names it if something must be put right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper is not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} things are missing or wrong; the list shows where. All is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reason is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write in one sentence why; it is kept with the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form is not on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{form_id} is not in the library. Receive the bureau&apos;s forms, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This case is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a new case for what is found now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article of law has no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{law_key} was emptied in the library: put its text back in the settings, or choose another article. The finding keeps what you wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article is not in the law library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{law_key} was not found. Choose another article. Nothing else changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of this article is not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{law_key} may not be printed until the bureau has checked it. Choose another article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This finding can no longer be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its order has been issued. Record the next step instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deadline lies in the past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{due} is before today, {today}. Choose a later day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This period is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the day of the deadline by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {size}, at most {limit} can be kept. Take it again at a lower resolution. The record is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is neither JPEG, PNG nor WebP. Choose another. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read to its end. Copy it again from the camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture file is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no longer where it was. Connect the stick or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lot is not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write how many units lie there before drawing samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample is larger than the lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wanted} units are wanted, the lot has {lot}. Take fewer, or correct the lot. Nothing was drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lot is too small for this plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lot has {lot} units, the plan asks for at least {base}. Record that no sample could be taken, or choose another plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sampling date lies in the future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{date} is after today, {today}. Correct the date or this computer&apos;s clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sample has been drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the samples first, then print sheet and labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such sampling plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level {level} with AQL {aql} is not in GB/T 2828.1. Choose from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The samples were drawn already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} units stand on the sheet; a second draw would not be lawful. Withdraw the sheet with a reason and begin another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign on the line; a dot is not a signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper has no such place to sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the list of signers and choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refusal or absence needs its proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a photo or recording, or name a witness (Procedure Rules art. 43), then confirm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The witness is not named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the witness&apos;s name and unit, then confirm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two different inspectors are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a second inspector with his own certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This case has no open finding a notice could name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document numbers are left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer holds no number of the series {series} for {year}. Get a block from the bureau and enter it in the settings; the draft is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This block of numbers cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lo} to {hi} is empty or overlaps a block held already. Check both ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A character cannot be printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No installed font has {characters} ({where}). Install a font that has it, or write it another way; no number was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text does not fit on the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten {where}; no number was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document can no longer be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue a new document that names it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is still missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} things stand on the list; put them right, then issue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper changed after it was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let everybody sign the page as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer was set back to an earlier state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data are older than the last document issued here, so its number could be used twice. Issuing is locked until the bureau has given a new block; all else works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This inspector is no longer active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one than {name}, or correct the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The enforcement certificate is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the certificate number of {name} in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This setting cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} may not be “{value}”. The old value stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are data here already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demonstration bureau is only put into an empty store. Nothing changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
